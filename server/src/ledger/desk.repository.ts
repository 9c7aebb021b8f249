import { type EntityManager, In } from 'typeorm';
import { inBranches } from '../federation';
import { GridHolderRow, GridRow } from './grid.entity';

/** A grid that lies in one of the branches; null for every other one, there or not. */
export const findDeskGrid = (
  db: EntityManager,
  branches: readonly string[],
  id: string,
): Promise<GridRow | null> =>
  db
    .createQueryBuilder(GridRow, 'g')
    .where(inBranches('g.federationPath', branches))
    .andWhere('g.id = :id', { id })
    .getOne();

/** Federation by federation, one more than the limit, so that the page knows whether it is the last. */
export const findDeskGrids = (
  db: EntityManager,
  branches: readonly string[],
  [path, id]: readonly [string, string],
  limit: number,
): Promise<GridRow[]> =>
  db
    .createQueryBuilder(GridRow, 'g')
    .where(inBranches('g.federationPath', branches))
    .andWhere('g.federationPath >= :path AND (g.federationPath > :path OR g.id > :id)', {
      path,
      id,
    })
    .orderBy('g.federationPath')
    .addOrderBy('g.id')
    .limit(limit + 1)
    .getMany();

export const findHoldersOf = (
  db: EntityManager,
  gridIds: readonly string[],
): Promise<GridHolderRow[]> => db.findBy(GridHolderRow, { gridId: In(gridIds) });

/** Whether she held it. */
export async function deleteHolder(
  tx: EntityManager,
  gridId: string,
  accountId: string,
): Promise<boolean> {
  const { affected } = await tx.delete(GridHolderRow, { gridId, accountId });
  return affected === 1;
}
