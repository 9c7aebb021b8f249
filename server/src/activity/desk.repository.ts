import type { ActivityState } from '@niangjia/shared';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ActivityRow } from './activity.entity';
import type { ActivitiesAfter } from './activity.repository';

/** Activities whose federation lies in one of the branches, drafts too. */
function activitiesOf(
  db: EntityManager,
  branches: readonly string[],
): SelectQueryBuilder<ActivityRow> {
  const inBranches = new Brackets((where) => {
    branches.forEach((path, at) => {
      // A path ends with a slash; the nought comes right after it.
      const edges = { [`from${at}`]: path, [`to${at}`]: `${path.slice(0, -1)}0` };
      where.orWhere(`a.federationPath >= :from${at} AND a.federationPath < :to${at}`, edges);
    });
  });
  return db.createQueryBuilder(ActivityRow, 'a').where(inBranches);
}

export const findDeskActivity = (
  db: EntityManager,
  branches: readonly string[],
  id: string,
): Promise<ActivityRow | null> =>
  activitiesOf(db, branches).andWhere('a.id = :id', { id }).getOne();

/** The latest first, one more than the limit, so that the page knows whether it is the last. */
export function findDeskActivities(
  db: EntityManager,
  branches: readonly string[],
  after: ActivitiesAfter | undefined,
  limit: number,
): Promise<ActivityRow[]> {
  const query = activitiesOf(db, branches)
    .orderBy('a.startsAt', 'DESC')
    .addOrderBy('a.id', 'DESC')
    .limit(limit + 1);
  if (after) {
    const [at, id] = after;
    query.andWhere('a.startsAt <= :at AND (a.startsAt < :at OR a.id < :id)', { at, id });
  }
  return query.getMany();
}

export const insertActivity = (tx: EntityManager, row: ActivityRow) => tx.insert(ActivityRow, row);

export type Written = Omit<
  ActivityRow,
  'id' | 'taken' | 'waiting' | 'queued' | 'state' | 'cancelReason' | 'version'
>;

/** Only of the version that was read, and with seats for all who have one; answers whether it did. */
export async function changeActivity(
  tx: EntityManager,
  { id, version }: Pick<ActivityRow, 'id' | 'version'>,
  written: Written,
): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(ActivityRow)
    .set({ ...written, version: version + 1 })
    .where('id = :id AND version = :version AND state <> :cancelled AND taken <= :most')
    .setParameters({ id, version, cancelled: 'cancelled', most: written.seats })
    .execute();
  return affected === 1;
}

/** Answers whether it still was in `from`. Cancelling frees every seat. */
export async function moveActivity(
  tx: EntityManager,
  id: string,
  from: ActivityState,
  moved: Pick<ActivityRow, 'state' | 'cancelReason' | 'updatedAt'>,
): Promise<boolean> {
  const none = moved.state === 'cancelled' ? { taken: 0, waiting: 0 } : {};
  const { affected } = await tx.update(
    ActivityRow,
    { id, state: from },
    { ...moved, ...none, version: () => 'version + 1' },
  );
  return affected === 1;
}
