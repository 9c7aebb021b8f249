import type { CountedThing } from '@niangjia/shared';
import { sinceEver } from './federation-count.entity';
import { below } from './in-branches';

/** Rows of which each counts as one in the branches of all federations above it. */
export interface CountedRows {
  what: CountedThing;
  /** A table with its path, by a name: `federation f`. */
  from: string;
  /** What of it is counted, when that is another table: `JOIN post r ON …`. */
  joined?: string;
  path: string;
  kind: string;
  sector?: string;
  /** SQL of the day from which it counts. */
  fromDay?: string;
  /** SQL of the last day on which it counts: these rows are those that end. */
  lastDay?: string;
  where?: string;
}

/** SQL that counts afresh, from the rows themselves, for so many federations. */
export function countsOfBranches(
  { what, from, joined = '', path, kind, sector, fromDay, lastDay, where = '1 = 1' }: CountedRows,
  federations: number,
): string {
  const day = lastDay ?? fromDay;
  const groups = [kind, sector, day].filter((group) => group !== undefined);
  return `SELECT a.id AS federationId, '${what}' AS what, ${kind} AS kind, ${sector ?? "''"} AS sector,
      ${day ?? `'${sinceEver}'`} AS fromDay, COUNT(*) AS n
    FROM federation a JOIN ${from} ON ${below('a.path', path)} ${joined}
    WHERE a.id IN (${Array(federations).fill('?').join(', ')}) AND ${where}
    GROUP BY a.id, ${groups.join(', ')}`;
}

export const federationsCounted: CountedRows = {
  what: 'federation',
  from: 'federation r',
  path: 'r.path',
  kind: 'r.kind',
  sector: 'r.sector',
};
