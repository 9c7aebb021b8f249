import type { JobDraft, JobState, ShiftPattern, Weekday } from '@niangjia/shared';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { idsOf, inBranches } from '../federation';
import { newId } from '../platform/ids';
import { JobRow } from './job.entity';
import { JobScopeRow } from './job-scope.entity';
import { ShiftPatternRow } from './shift-pattern.entity';

/** Whose posts she sees: all of branches, and of single units what is or was out. */
export interface JobScope {
  branches: readonly string[];
  unitIds: readonly string[];
}

const scoped = (db: EntityManager, { branches, unitIds }: JobScope) =>
  db.createQueryBuilder(JobRow, 'j').where(
    new Brackets((where) => {
      where.where(inBranches('j.federationPath', branches));
      if (unitIds.length > 0)
        where.orWhere("j.federationId IN (:...unitIds) AND j.state <> 'draft'", { unitIds });
    }),
  );

export const findDeskJob = (
  db: EntityManager,
  scope: JobScope,
  id: string,
): Promise<JobRow | null> => scoped(db, scope).andWhere('j.id = :id', { id }).getOne();

export interface After {
  before: string | undefined;
  limit: number;
}

const newestOf = <Row extends object>(
  query: SelectQueryBuilder<Row>,
  by: string,
  { before, limit }: After,
) => {
  if (before !== undefined) query.andWhere(`${by} < :before`, { before });
  return query.orderBy(by, 'DESC').limit(limit + 1);
};

/** Of one branch: a range of the index by the federation at its top. */
const placedInBranch = (db: EntityManager, branch: string, after: After) =>
  newestOf(
    db
      .createQueryBuilder(JobScopeRow, 's')
      .where('s.ancestorId = :ancestorId', { ancestorId: idsOf(branch).at(-1) }),
    's.jobId',
    after,
  ).getMany();

/** Of one unit alone, what is or was out. */
const jobsOfUnit = (db: EntityManager, unitId: string, after: After) =>
  newestOf(
    db
      .createQueryBuilder(JobRow, 'j')
      .select('j.id')
      .where("j.federationId = :unitId AND j.state <> 'draft'", { unitId }),
    'j.id',
    after,
  ).getMany();

/**
 * Newest first, one more than the limit, so that the page knows whether it is the last. Which ones comes before what
 * they are: of the two tables together a database may take the larger one first, and sort all of it.
 */
export async function findDeskJobs(
  db: EntityManager,
  { branches, unitIds }: JobScope,
  after: After,
): Promise<JobRow[]> {
  const ids = new Set<string>();
  for (const branch of branches)
    for (const { jobId } of await placedInBranch(db, branch, after)) ids.add(jobId);
  for (const unitId of unitIds)
    for (const { id } of await jobsOfUnit(db, unitId, after)) ids.add(id);

  const newest = [...ids].sort().slice(-(after.limit + 1));
  const rows = await db.findBy(JobRow, { id: In(newest) });
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Which desks see it from now on: its federation's and those above. */
export async function placeInBranches(tx: EntityManager, jobId: string, path: string) {
  await tx.delete(JobScopeRow, { jobId });
  await tx.insert(
    JobScopeRow,
    idsOf(path).map((ancestorId) => ({ jobId, ancestorId })),
  );
}

export const insertJob = (tx: EntityManager, row: JobRow) => tx.insert(JobRow, row);

type Changed = Partial<Omit<JobRow, 'id' | 'version' | 'state'>> & { state?: JobState };

/**
 * Only when nobody changed it since it was read; answers whether it did. It comes first in whatever
 * touches the shifts of a post, so that two such changes wait for each other.
 */
export async function changeJob(
  tx: EntityManager,
  { id, version }: Pick<JobRow, 'id' | 'version'>,
  changed: Changed,
): Promise<boolean> {
  const { affected } = await tx.update(
    JobRow,
    { id, version },
    { ...changed, version: version + 1 },
  );
  return affected === 1;
}

export async function replacePatterns(
  tx: EntityManager,
  jobId: string,
  patterns: JobDraft['shiftPatterns'],
): Promise<void> {
  await tx.delete(ShiftPatternRow, { jobId });
  const rows = patterns.map(({ weekdays, from, to, ...pattern }, position) => ({
    ...pattern,
    id: newId(),
    jobId,
    position,
    weekdays: [...weekdays].sort((a, b) => a - b).join(''),
    fromDay: from,
    toDay: to,
  }));
  if (rows.length > 0) await tx.insert(ShiftPatternRow, rows);
}

/** By post, in the order in which they were written. */
export async function findPatterns(
  db: EntityManager,
  jobIds: readonly string[],
): Promise<Map<string, ShiftPattern[]>> {
  const rows = await db.find(ShiftPatternRow, {
    where: { jobId: In(jobIds) },
    order: { jobId: 'ASC', position: 'ASC' },
  });
  const patterns = new Map<string, ShiftPattern[]>();
  for (const row of rows)
    patterns.set(row.jobId, [...(patterns.get(row.jobId) ?? []), patternOf(row)]);
  return patterns;
}

const patternOf = ({ weekdays, starts, ends, fromDay, toDay, places }: ShiftPatternRow) => ({
  weekdays: [...weekdays].map((digit) => Number(digit) as Weekday),
  starts,
  ends,
  from: fromDay,
  to: toDay,
  places,
});
