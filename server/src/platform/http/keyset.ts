import { pageLimits } from '@niangjia/shared';
import { Refusal } from './refusal';

export type KeysetValue = string | number;

const isKeyset = (values: unknown, like: readonly KeysetValue[]): values is KeysetValue[] =>
  Array.isArray(values) &&
  values.length === like.length &&
  values.every((value, at) => typeof value === typeof like[at]);

const isFinding = (value: KeysetValue): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) : !/[\0\ud800-\udfff]/u.test(value);

/** The last row's sort values as one opaque string for `next`. */
export const encodeAfter = (values: readonly KeysetValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

function parse(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * Reads `after` into sort values with the types of `like`, for example `[0, '']`. Undefined when there
 * is none. Refuses with `bad_input` on `after` whatever this server did not write.
 */
export function decodeAfter<T extends readonly KeysetValue[]>(
  after: string | undefined,
  like: readonly [...T],
): { -readonly [K in keyof T]: T[K] extends number ? number : string } | undefined {
  if (after === undefined) return undefined;

  const values = after.length <= pageLimits.afterChars ? parse(after) : undefined;
  if (!isKeyset(values, like) || !values.every(isFinding) || encodeAfter(values) !== after) {
    throw new Refusal('bad_input', { fields: { after: '翻页的位置不对。从第一页重新看。' } });
  }
  return values as { -readonly [K in keyof T]: T[K] extends number ? number : string };
}

/**
 * Makes a page of rows read with `limit + 1`: the extra row only says that there is more.
 * `keyOf` gives the sort values of a row, in the order of the query.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly KeysetValue[],
  show: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeAfter(keyOf(last)) : null;
  return { items: shown.map(show), next };
}
