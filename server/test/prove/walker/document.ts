import type { OpenAPIObject } from '@nestjs/swagger';

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string | string[];
  enum?: string[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface DescribedOperation {
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** One method at one address, as the OpenAPI document has it. */
export interface Operation {
  method: string;
  path: string;
  inPath: Parameter[];
  query: Parameter[];
  body?: Schema;
  /** Honours `Idempotency-Key`. */
  keyed: boolean;
}

const methods = new Set(['get', 'post', 'put', 'delete', 'patch']);

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, DescribedOperation>)
      .filter(([method]) => methods.has(method))
      .map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  );
}

function operationOf(
  method: string,
  path: string,
  { parameters = [], requestBody }: DescribedOperation,
): Operation {
  const at = (place: Parameter['in']) => parameters.filter((each) => each.in === place);
  return {
    method,
    path,
    inPath: at('path'),
    query: at('query'),
    body: requestBody?.content['application/json'].schema,
    keyed: at('header').some(({ name }) => name === 'Idempotency-Key'),
  };
}
