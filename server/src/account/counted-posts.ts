import { addDays } from '@niangjia/shared';
import type { CountChange, CountedRows } from '../federation';
import type { PostRow } from './post.entity';

const posts = {
  what: 'post',
  from: 'federation f',
  joined: 'JOIN post r ON r.federation_id = f.id',
  path: 'f.path',
  kind: 'r.kind',
} as const;
const isHeld = '(r.to_day IS NULL OR r.to_day >= r.from_day)';

/** A post counts from its first day to its last one; one that ended before it began never does. */
export const postsCounted: CountedRows[] = [
  { ...posts, fromDay: 'r.from_day', where: isHeld },
  { ...posts, lastDay: 'r.to_day', where: `r.to_day IS NOT NULL AND ${isHeld}` },
];

/** What a post adds to the counts above it, or takes from them. */
export function countsOfPost(
  { kind, fromDay, toDay }: Pick<PostRow, 'kind' | 'fromDay' | 'toDay'>,
  path: string,
): CountChange[] {
  if (toDay !== null && toDay < fromDay) return [];
  const counted = { what: 'post', path, kind } as const;
  const begins = { ...counted, fromDay, n: 1 as const };
  return toDay === null
    ? [begins]
    : [begins, { ...counted, fromDay: addDays(toDay, 1), n: -1 as const }];
}

export const without = (changes: readonly CountChange[]): CountChange[] =>
  changes.map((change) => ({ ...change, n: change.n === 1 ? -1 : 1 }));
