import { fillPath } from '@niangjia/shared';
import fc from 'fast-check';
import { bodyMutations, hugeBody } from './bodies';
import type { Operation } from './document';
import { headerMutations, urlMutations } from './mutations';
import { idOf, type Values } from './values';
import type { Caller, World } from './world';

/** What is sent, and what was done to it; `mutation` is undefined when all of it fits the document. */
export interface Sent {
  operation: Operation;
  caller: Caller;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
  mutation?: string;
}

const keyOf = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'),
  minLength: 32,
  maxLength: 32,
});

/** The word before the braces: `shifts` of `/shifts/{id}/bookings`. */
const wordBefore = (path: string): string =>
  path.includes('/me/case-tickets') ? 'kept-tickets' : (/([\w-]+)\/\{/.exec(path)?.[1] ?? '');

function urlOf(operation: Operation, values: Values, world: World): fc.Arbitrary<string> {
  const { path, inPath, query } = operation;
  const parts = inPath.map(({ name, schema }) => {
    const word = path in world.ids ? path : wordBefore(path);
    const value = name === 'id' ? idOf(world, word) : values.of(schema, name);
    return [name, value.map(String)] as const;
  });
  const cursors = world.cursors[path] ?? [];
  const asked = values.record({
    properties: Object.fromEntries(
      query
        .filter(({ name }) => name !== 'after' || cursors.length > 0)
        .map(({ name, schema }) => [name, name === 'after' ? { enum: cursors } : schema]),
    ),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  });
  return fc.tuple(fc.record(Object.fromEntries(parts)), asked).map(([filled, questions]) => {
    const address = fillPath(path.replace(/\{(\w+)\}/g, ':$1'), filled);
    const search = new URLSearchParams(
      Object.entries(questions).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return search === '' ? address : `${address}?${search}`;
  });
}

/** Requests that fit the document, as every kind of caller. */
function fitting(
  operation: Operation,
  values: Values,
  world: World,
): fc.Arbitrary<Sent & { body?: object }> {
  const { body: schema, method } = operation;
  return fc
    .record({
      caller: fc.constantFrom(...world.callers),
      url: urlOf(operation, values, world),
      key: operation.keyed ? fc.option(keyOf, { nil: undefined }) : fc.constant(undefined),
      body: schema ? (values.of(schema) as fc.Arbitrary<object>) : fc.constant(undefined),
    })
    .map(({ caller, url, key, body }) => ({
      operation,
      caller,
      method,
      url,
      headers: {
        ...(caller.token !== undefined && { authorization: `Bearer ${caller.token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      payload: body && JSON.stringify(body),
      body,
    }));
}

type Fitting = Sent & { body?: object };

const withBody = ({ body = {}, ...sent }: Fitting): fc.Arbitrary<Sent> =>
  fc.constantFrom(...bodyMutations).chain(({ name, of }) =>
    of(body).map((payload) => ({
      ...sent,
      headers: { ...sent.headers, 'content-type': 'application/json' },
      payload,
      mutation: name,
    })),
  );

const withHuge = ({ body: _, ...sent }: Fitting): fc.Arbitrary<Sent> =>
  fc.constant({
    ...sent,
    headers: { ...sent.headers, 'content-type': 'application/json' },
    payload: hugeBody,
    mutation: 'ten megabytes',
  });

const withHeader = ({ body: _, ...sent }: Fitting): fc.Arbitrary<Sent> =>
  fc.constantFrom(...headerMutations).map(({ name, headers, method }) => ({
    ...sent,
    method: method ?? sent.method,
    headers: { ...sent.headers, ...headers },
    mutation: name,
  }));

const withUrl = ({ body: _, ...sent }: Fitting): fc.Arbitrary<Sent> =>
  fc
    .constantFrom(...urlMutations)
    .chain(({ name, of }) => of(sent.url).map((url) => ({ ...sent, url, mutation: name })));

/** Half fits, half was broken in one place. */
export function requestTo(operation: Operation, values: Values, world: World): fc.Arbitrary<Sent> {
  const fits = fitting(operation, values, world);
  return fc.oneof(
    { weight: 600, arbitrary: fits },
    { weight: operation.body ? 220 : 60, arbitrary: fits.chain(withBody) },
    { weight: 80, arbitrary: fits.chain(withHeader) },
    { weight: 120, arbitrary: fits.chain(withUrl) },
    { weight: operation.body ? 2 : 0, arbitrary: fits.chain(withHuge) },
  );
}
