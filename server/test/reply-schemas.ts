import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeApi } from '../src/platform/http/open-api';

type Operation = { responses: Record<string, { content?: Record<string, unknown> }> };

const asPointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Holds every reply of a test against the OpenAPI document. */
export class ReplySchemas {
  private readonly document: OpenAPIObject;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly known = new Map<string, ValidateFunction>();
  private readonly patterns: { path: string; is: RegExp }[];

  constructor(app: NestFastifyApplication) {
    this.document = describeApi(app);
    addFormats(this.ajv);
    this.ajv.addSchema(this.document, 'api');
    this.patterns = Object.keys(this.document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, is: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** @throws when the reply is not what the document says, or the document does not know of it. */
  check(method: string, url: string, status: number, body: unknown): void {
    const path = this.pathOf(url.split('?')[0] ?? '', method);
    if (path === undefined) return;

    const operation = this.operationAt(path, method);
    const response = operation?.responses[status];
    if (!response)
      throw new Error(`${this.asked(method, path, status, body)} is not in the document`);
    if (!response.content?.['application/json']) return;

    const validate = this.validator(path, method, status);
    if (validate(body)) return;
    const why = this.ajv.errorsText(validate.errors);
    throw new Error(`${this.asked(method, path, status, body)} is not as documented: ${why}`);
  }

  private asked(method: string, path: string, status: number, body: unknown): string {
    return `${method} ${path} → ${status} ${(JSON.stringify(body) ?? '').slice(0, 300)}`;
  }

  private operationAt(path: string, method: string): Operation | undefined {
    const item = this.document.paths[path] as Record<string, Operation> | undefined;
    return item?.[method.toLowerCase()];
  }

  /** The first that fits: the router too prefers the pattern with the fewest parameters. */
  private pathOf(url: string, method: string): string | undefined {
    return this.patterns.find(
      ({ path, is }) => is.test(url) && this.operationAt(path, method) !== undefined,
    )?.path;
  }

  private validator(path: string, method: string, status: number): ValidateFunction {
    const at = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content'];
    const pointer = [...at, 'application/json', 'schema'].map(asPointer).join('/');
    const found = this.known.get(pointer) ?? this.ajv.compile({ $ref: `api#/${pointer}` });
    this.known.set(pointer, found);
    return found;
  }
}
