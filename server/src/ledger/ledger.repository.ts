import { type EntityManager, In, IsNull } from 'typeorm';
import { insertAll } from '../platform/database/insert-all';
import { GridHolderRow, GridRow } from './grid.entity';
import { LedgerEntryRow, type VersionName } from './ledger-entry.entity';

export const insertGrids = (tx: EntityManager, rows: readonly GridRow[]) =>
  insertAll(tx, GridRow, rows);

/** Who holds it already keeps it. */
export async function insertHolders(
  tx: EntityManager,
  accountId: string,
  gridIds: readonly string[],
): Promise<void> {
  const held = await tx.findBy(GridHolderRow, { accountId, gridId: In(gridIds) });
  const missing = gridIds.filter((id) => !held.some(({ gridId }) => gridId === id));
  await insertAll(
    tx,
    GridHolderRow,
    missing.map((gridId) => ({ accountId, gridId })),
  );
}

export const deleteHolders = (tx: EntityManager, accountId: string) =>
  tx.delete(GridHolderRow, { accountId });

/** The grids that were given to her, wherever they lie. */
export const findGridsOf = (db: EntityManager, accountId: string): Promise<GridRow[]> =>
  db
    .createQueryBuilder(GridRow, 'g')
    .innerJoin(GridHolderRow, 'h', 'h.gridId = g.id')
    .where('h.accountId = :accountId', { accountId })
    .orderBy('g.name')
    .addOrderBy('g.id')
    .getMany();

export const insertEntries = (tx: EntityManager, rows: readonly LedgerEntryRow[]) =>
  insertAll(tx, LedgerEntryRow, rows);

export const findEntries = (db: EntityManager, ids: readonly string[]): Promise<LedgerEntryRow[]> =>
  db.findBy(LedgerEntryRow, { id: In(ids) });

/** An open one of these grids; null for everything else, there or not. */
export const findEntryIn = (db: EntityManager, gridIds: readonly string[], id: string) =>
  db.findOneBy(LedgerEntryRow, { id, gridId: In(gridIds), closedAt: IsNull() });

/** Grid by grid, one more than the limit, so that the page knows whether it is the last. */
export function findEntriesIn(
  db: EntityManager,
  gridIds: readonly string[],
  [gridId, id]: readonly [string, string],
  limit: number,
): Promise<LedgerEntryRow[]> {
  if (gridIds.length === 0) return Promise.resolve([]);
  return db
    .createQueryBuilder(LedgerEntryRow, 'e')
    .where('e.gridId IN (:...gridIds) AND e.closedAt IS NULL', { gridIds })
    .andWhere('e.gridId >= :gridId AND (e.gridId > :gridId OR e.id > :id)', { gridId, id })
    .orderBy('e.gridId')
    .addOrderBy('e.id')
    .limit(limit + 1)
    .getMany();
}

/** Whoever has one of these names or phones; a mark holds the grid, so it is always one of the same grid. */
export async function findByMarks(
  db: EntityManager,
  nameMarks: readonly string[],
  phoneMarks: readonly string[],
): Promise<LedgerEntryRow[]> {
  const select = { id: true, nameMark: true, phoneMark: true } as const;
  const find = (where: object) =>
    db.find(LedgerEntryRow, {
      select,
      where: { ...where, closedAt: IsNull() },
      order: { id: 'ASC' },
    });
  const named = nameMarks.length > 0 ? await find({ nameMark: In(nameMarks) }) : [];
  const called = phoneMarks.length > 0 ? await find({ phoneMark: In(phoneMarks) }) : [];
  return [...called, ...named];
}

/** Whether she is still there and what is written over is still the version that was read. */
export async function changeEntry(
  tx: EntityManager,
  id: string,
  read: { of: VersionName; version: number },
  change: Partial<LedgerEntryRow>,
): Promise<boolean> {
  const { of, version } = read;
  const { affected } = await tx.update(
    LedgerEntryRow,
    { id, closedAt: IsNull(), [of]: version > 1 ? version : IsNull() },
    { ...change, [of]: version + 1 },
  );
  return affected === 1;
}

/** Takes the rows until the transaction ends, so that links to one entry are made and ended one after the other. */
export const holdEntries = (tx: EntityManager, ids: readonly string[]) =>
  tx.update(LedgerEntryRow, { id: In(ids) }, { closedAt: () => 'closed_at' });

export const setClosed = (tx: EntityManager, ids: readonly string[], closedAt: number) =>
  tx.update(LedgerEntryRow, { id: In(ids), closedAt: IsNull() }, { closedAt });

export const deleteEntries = (tx: EntityManager, ids: readonly string[]) =>
  tx.delete(LedgerEntryRow, { id: In(ids) });
