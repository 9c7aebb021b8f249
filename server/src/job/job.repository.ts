import { type EntityManager, In, Not, type SelectQueryBuilder } from 'typeorm';
import type { JobState } from '@niangjia/shared';
import type { Box } from '../platform/geo/cells';
import { inBox } from '../platform/geo/in-box';
import { JobRow } from './job.entity';
import { ShiftRow } from './shift.entity';

export const findJobs = (db: EntityManager, ids: readonly string[]): Promise<JobRow[]> =>
  db.findBy(JobRow, { id: In(ids) });

/** A draft is not there for the public; one that is closed is, for those who come from a message. */
export const findShownJob = (db: EntityManager, id: string): Promise<JobRow | null> =>
  db.findOneBy(JobRow, { id, state: Not<JobState>('draft') });

export interface JobsWanted {
  now: number;
  /** A minute of the day: only posts with a coming shift with places that ends before it. */
  endsBy?: number;
}

function published(db: EntityManager, { now, endsBy }: JobsWanted): SelectQueryBuilder<JobRow> {
  const query = db
    .createQueryBuilder(JobRow, 'j')
    .where('j.state = :state', { state: 'published' });
  if (endsBy === undefined) return query;
  const inTime = query
    .subQuery()
    .select('s.id')
    .from(ShiftRow, 's')
    .where('s.jobId = j.id AND s.cancelled = :no AND s.startsAt > :now')
    .andWhere('s.taken < s.places AND s.endsMinute < :endsBy')
    .limit(1)
    .getQuery();
  // Not EXISTS: of that MariaDB makes a look at every shift there is.
  return query.andWhere(`${inTime} IS NOT NULL`, { no: false, now, endsBy });
}

/** Newest first, one more than the limit, so that the page knows whether it is the last. */
export function findNewest(
  db: EntityManager,
  wanted: JobsWanted,
  before: string | undefined,
  limit: number,
): Promise<JobRow[]> {
  const query = published(db, wanted)
    .orderBy('j.id', 'DESC')
    .limit(limit + 1);
  if (before !== undefined) query.andWhere('j.id < :before', { before });
  return query.getMany();
}

export type PlaceOfJob = Pick<JobRow, 'id' | 'lng' | 'lat'>;

/** Where those in the box are: little to read, since most of them are on no page. */
export const findPlacesIn = (
  db: EntityManager,
  wanted: JobsWanted,
  box: Box,
): Promise<PlaceOfJob[]> =>
  inBox(published(db, wanted), box)
    .select('j.id', 'id')
    .addSelect('j.lng', 'lng')
    .addSelect('j.lat', 'lat')
    .getRawMany<PlaceOfJob>();
