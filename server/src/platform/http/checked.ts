import { type ArgumentMetadata, Body, Param, Query, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { type WireKind, wireKindsOf } from './field';
import { isRecord, notRecord } from './record';
import { Refusal } from './refusal';

const mostFields = 50;
const nameChars = 80;

const unknownField = '没有这一项。去掉它再提交。';

const messageOf = ({ field, whitelistValidation, ...others }: Record<string, string>): string =>
  field ?? (whitelistValidation ? unknownField : (Object.values(others)[0] ?? '这里要改一下。'));

function* faultsOf(errors: ValidationError[], above = ''): Generator<[string, string]> {
  for (const { property, constraints, children } of errors) {
    const path = `${above}${(property ?? 'body').slice(0, nameChars)}`;
    if (constraints) yield [path, messageOf(constraints)];
    else if (children) yield* faultsOf(children, `${path}.`);
  }
}

const refuse = (errors: ValidationError[]): Refusal =>
  new Refusal('bad_input', {
    fields: Object.fromEntries([...faultsOf(errors)].slice(0, mostFields)),
  });

const isDropped = (name: string): boolean => name in Object.prototype || name === 'prototype';

function* droppedNames(value: unknown, above = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (isDropped(name)) yield above + name;
    yield* droppedNames(inner, `${above}${name.slice(0, nameChars)}.`);
  }
}

/** `constructor`, `__proto__` and the like, however deep: Nest and class-transformer drop them without a word. */
function refuseDropped(value: unknown): void {
  const names = [...droppedNames(value)].slice(0, mostFields);
  if (names.length === 0) return;
  throw new Refusal('bad_input', {
    fields: Object.fromEntries(names.map((name) => [name, unknownField])),
  });
}

function refuseWhole(say: string): never {
  throw new Refusal('bad_input', { fields: { body: say } });
}

/** Lists every fault by its path; refuses unknown fields by name. */
class CheckedPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: refuse,
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (value !== undefined && !isRecord(value)) refuseWhole(notRecord);
    refuseDropped(value);
    return super.transform(value, metadata);
  }
}

const strictly = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** One value checked as a body is, for a list in which each item stands for itself. No fault: it is one. */
export function faultsIn<T extends object>(
  type: new () => T,
  raw: unknown,
): { value: T; faults: Record<string, string> } {
  const value = plainToInstance(type, raw);
  return { value, faults: Object.fromEntries(faultsOf(validateSync(value, strictly))) };
}

const number = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A query says everything in strings; only a plain number becomes one, so `1e3` and ` 5` stay faults. */
const readers: Record<WireKind, (value: unknown) => unknown> = {
  number: (value) => (typeof value === 'string' && number.test(value) ? Number(value) : value),
  flag: (value) => (value === 'true' ? true : value === 'false' ? false : value),
  list: (value) => (typeof value === 'string' ? [value] : value),
  // A `+` that nobody encoded arrives as a blank.
  moment: (value) => (typeof value === 'string' ? value.replace(' ', '+') : value),
  text: (value) => value,
};

class QueryPipe extends CheckedPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const kinds = metadata.metatype ? wireKindsOf(metadata.metatype) : {};
    const read = Object.entries(value ?? {}).map(([name, text]: [string, unknown]) => [
      name,
      readers[Object.hasOwn(kinds, name) ? kinds[name]! : 'text'](text),
    ]);
    return super.transform(Object.fromEntries(read), metadata);
  }
}

const body = new CheckedPipe();
const query = new QueryPipe();

export const CheckedBody = () => Body(body);
export const CheckedQuery = () => Query(query);
export const CheckedParams = () => Param(query);
