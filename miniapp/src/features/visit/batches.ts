import { syncLimits } from '@niangjia/shared';
import { utf8 } from '@/platform/utf8';

/** Of the items alone: the rest of the request is small. */
const batchBytes = syncLimits.bodyBytes - 10_000;

/** The first of them, as many as go in one request; one at least. */
export function firstOf<T>(items: readonly T[], most: number): T[] {
  let bytes = 0;
  const first = items.slice(0, most);
  const over = first.findIndex(
    (item) => (bytes += utf8(JSON.stringify(item)).length + 1) > batchBytes,
  );
  return over < 0 ? first : first.slice(0, Math.max(over, 1));
}

/** A list read to its end, or to as many as are wanted. */
export async function everyPage<T>(
  read: (after?: string) => Promise<{ items: T[]; next: string | null }>,
  most = Infinity,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && all.length < most);
  return all.slice(0, most);
}
