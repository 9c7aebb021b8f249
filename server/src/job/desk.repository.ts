import type { JobDraft, JobState, ShiftPattern, Weekday } from '@niangjia/shared';
import { Brackets, type EntityManager, In } from 'typeorm';
import { inBranches } from '../federation';
import { newId } from '../platform/ids';
import { JobRow } from './job.entity';
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

/** Newest first, one more than the limit, so that the page knows whether it is the last. */
export function findDeskJobs(
  db: EntityManager,
  scope: JobScope,
  before: string | undefined,
  limit: number,
): Promise<JobRow[]> {
  const query = scoped(db, scope)
    .orderBy('j.id', 'DESC')
    .limit(limit + 1);
  if (before !== undefined) query.andWhere('j.id < :before', { before });
  return query.getMany();
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
