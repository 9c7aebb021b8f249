import type { EntityManager } from 'typeorm';
import { SavedFilterRow } from './saved-filter.entity';

/** As she saved them. */
export const filtersOf = (db: EntityManager, accountId: string): Promise<SavedFilterRow[]> =>
  db.find(SavedFilterRow, { where: { accountId }, order: { id: 'ASC' } });

export const countFilters = (db: EntityManager, accountId: string): Promise<number> =>
  db.countBy(SavedFilterRow, { accountId });

export const insertFilter = (tx: EntityManager, row: SavedFilterRow) =>
  tx.insert(SavedFilterRow, row);

/** Answers whether it was there and hers. */
export async function deleteFilter(tx: EntityManager, accountId: string, id: string) {
  return (await tx.delete(SavedFilterRow, { id, accountId })).affected === 1;
}

export const deleteFiltersOf = (tx: EntityManager, accountId: string) =>
  tx.delete(SavedFilterRow, { accountId });
