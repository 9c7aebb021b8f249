import { addDays, type Day } from '@niangjia/shared';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { change } from '../platform/database/rows';
import { type CountedRows, countsOfBranches } from './counts-of-branches';
import { FederationCountRow } from './federation-count.entity';

const key = 'federation_id = ? AND what = ? AND kind = ? AND sector = ? AND from_day = ?';
const keyOf = ({ federationId, what, kind, sector, fromDay }: FederationCountRow) =>
  [federationId, what, kind, sector, fromDay] as const;
const addTo = `UPDATE federation_count SET n = n + ? WHERE ${key}`;

/** Adds to the row there is, or begins one: two who begin it at once add to the same. */
export async function addToCount(tx: EntityManager, row: FederationCountRow): Promise<void> {
  const values = [row.n, ...keyOf(row)];
  if ((await change(tx, addTo, values)) === 1) return;
  const begun = tx.createQueryBuilder().insert().into(FederationCountRow);
  await begun
    .values({ ...row, n: 0 })
    .orIgnore()
    .updateEntity(false)
    .execute();
  await change(tx, addTo, values);
}

export const findCounts = (
  db: EntityManager,
  federationIds: readonly string[],
): Promise<FederationCountRow[]> =>
  db.findBy(FederationCountRow, { federationId: In(federationIds) });

export const findCountsUntil = (db: EntityManager, federationId: string, day: Day) =>
  db.findBy(FederationCountRow, { federationId, fromDay: LessThanOrEqual(day) });

/** Until the unit of work ends nobody else changes these. */
export const holdCounts = (tx: EntityManager, federationId: string) =>
  tx.update(FederationCountRow, { federationId }, { n: () => 'n' });

export async function deleteCounts(tx: EntityManager, rows: readonly FederationCountRow[]) {
  for (const { federationId, what, kind, sector, fromDay } of rows)
    await tx.delete(FederationCountRow, { federationId, what, kind, sector, fromDay });
}

type Asking = Pick<EntityManager, 'query'>;

/** Counted afresh from the rows themselves. */
export async function countAfresh(
  db: Asking,
  rows: CountedRows,
  federationIds: readonly string[],
): Promise<FederationCountRow[]> {
  const sql = countsOfBranches(rows, federationIds.length);
  const found = await db.query<FederationCountRow[]>(sql, [...federationIds]);
  const isEnd = rows.lastDay !== undefined;
  return found.map(({ fromDay, n, ...row }) => ({
    ...row,
    fromDay: isEnd ? addDays(fromDay, 1) : fromDay,
    n: isEnd ? -Number(n) : Number(n),
  }));
}

export async function findIdsAfter(db: Asking, after: string, limit: number) {
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM federation WHERE id > ? ORDER BY id LIMIT ${limit}`,
    [after],
  );
  return rows.map(({ id }) => id);
}
