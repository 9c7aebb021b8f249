import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

export interface FieldOptions {
  optional?: true;
  nullable?: true;
  description?: string;
}

/** The reason why a value does not fit, as a sentence that says what to do. */
export type WhyNot = (value: unknown) => string | undefined;

/** How a query string, which knows only strings, is read before the check. */
export type WireKind = 'number' | 'flag' | 'list' | 'moment' | 'text';

const wireKey = 'niangjia:wire';
type WireKinds = Record<string, WireKind>;

export const wireKindsOf = (dto: { prototype: object }): WireKinds =>
  (Reflect.getMetadata(wireKey, dto.prototype) as WireKinds | undefined) ?? {};

function noteWireKind(prototype: object, name: string, kind: WireKind): void {
  const inherited = Reflect.getMetadata(wireKey, prototype) as WireKinds | undefined;
  Reflect.defineMetadata(wireKey, { ...inherited, [name]: kind }, prototype);
}

const missing = '这里还没有填。填好再提交。';

/** One field: its check on the way in and its place in the OpenAPI document. */
export function field(
  wire: WireKind,
  whyNot: WhyNot,
  schema: ApiPropertyOptions,
  { optional, nullable, description }: FieldOptions,
): PropertyDecorator {
  const reason: WhyNot = (value) =>
    value === undefined || value === null ? missing : whyNot(value);
  const parts = [
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value) => reason(value) === undefined,
        defaultMessage: (at) => reason(at?.value) ?? missing,
      },
    }),
    ApiProperty({ ...schema, description, nullable, required: !optional } as ApiPropertyOptions),
  ];
  return (prototype, name) => {
    parts.forEach((part) => part(prototype, name));
    noteWireKind(prototype, String(name), wire);
  };
}

/** Several decorators as one. */
export const together =
  (...parts: PropertyDecorator[]): PropertyDecorator =>
  (prototype, name) =>
    parts.forEach((part) => part(prototype, name));
