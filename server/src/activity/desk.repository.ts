import type { ActivityState } from '@niangjia/shared';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { idsOf } from '../federation';
import { ActivityRow } from './activity.entity';
import { ActivityScopeRow } from './activity-scope.entity';
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

const latestFirst = (a: ActivityScopeRow, b: ActivityScopeRow): number =>
  b.startsAt - a.startsAt || (a.activityId < b.activityId ? 1 : -1);

/**
 * The latest first, one more than the limit, so that the page knows whether it is the last. Which ones comes before
 * what they are: of the two tables together a database may take the larger one first, and sort all of it.
 */
export async function findDeskActivities(
  db: EntityManager,
  branches: readonly string[],
  after: ActivitiesAfter | undefined,
  limit: number,
): Promise<ActivityRow[]> {
  const placed = new Map<string, ActivityScopeRow>();
  for (const branch of branches)
    for (const scope of await placedInBranch(db, branch, after, limit).getMany())
      placed.set(scope.activityId, scope);
  const latest = [...placed.values()].sort(latestFirst).slice(0, limit + 1);

  const ids = latest.map(({ activityId }) => activityId);
  const rows = new Map((await db.findBy(ActivityRow, { id: In(ids) })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Of one branch: a range of the index by the federation at its top. */
function placedInBranch(
  db: EntityManager,
  branch: string,
  after: ActivitiesAfter | undefined,
  limit: number,
): SelectQueryBuilder<ActivityScopeRow> {
  const query = db
    .createQueryBuilder(ActivityScopeRow, 's')
    .where('s.ancestorId = :ancestorId', { ancestorId: idsOf(branch).at(-1) })
    .orderBy('s.startsAt', 'DESC')
    .addOrderBy('s.activityId', 'DESC')
    .limit(limit + 1);
  if (!after) return query;
  const [at, id] = after;
  return query.andWhere('s.startsAt <= :at AND (s.startsAt < :at OR s.activityId < :id)', {
    at,
    id,
  });
}

type Placed = Pick<ActivityRow, 'id' | 'federationPath' | 'startsAt'>;

/** A row for each desk that sees it: its federation's and those above. */
export const scopeOf = ({ id: activityId, federationPath, startsAt }: Placed): ActivityScopeRow[] =>
  idsOf(federationPath).map((ancestorId) => ({ activityId, ancestorId, startsAt }));

export async function insertActivity(tx: EntityManager, row: ActivityRow): Promise<void> {
  await tx.insert(ActivityRow, row);
  await tx.insert(ActivityScopeRow, scopeOf(row));
}

/** Which desks see it from now on, and where in their lists. */
export async function moveInLists(tx: EntityManager, placed: Placed): Promise<void> {
  await tx.delete(ActivityScopeRow, { activityId: placed.id });
  await tx.insert(ActivityScopeRow, scopeOf(placed));
}

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
