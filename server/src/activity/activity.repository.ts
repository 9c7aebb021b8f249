import { activityLimits } from '@niangjia/shared';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { findRow } from '../platform/database/rows';
import { type Box, cover } from '../platform/geo/cells';
import { ActivityRow } from './activity.entity';

export type ActivitiesAfter = [startsAt: number, id: string];

const dayMs = 24 * 60 * 60_000;
const mostRanges = 8;
/** Enough for every moment, so that they sort as texts. */
const momentDigits = 15;

/** A draft is not found. */
export const findListed = (db: EntityManager, id: string): Promise<ActivityRow | null> =>
  findRow(db, ActivityRow, 'id = ? AND state <> ?', [id, 'draft']);

export const findActivities = (db: EntityManager, ids: readonly string[]): Promise<ActivityRow[]> =>
  db.findBy(ActivityRow, { id: In(ids) });

export interface ComingWanted {
  /** They end after it. */
  now: number;
  /** They begin at it or later, and before `to`. */
  from?: number;
  to?: number;
}

function coming(db: EntityManager, { now, from = 0, to }: ComingWanted) {
  // What goes on now began at most so long ago, so that the index need not begin at the first of all.
  const earliest = Math.max(from, now - activityLimits.days * dayMs);
  const query = db
    .createQueryBuilder(ActivityRow, 'a')
    .where('a.state <> :draft', { draft: 'draft' })
    .andWhere('a.endsAt > :now AND a.startsAt >= :earliest', { now, earliest });
  return to === undefined ? query : query.andWhere('a.startsAt < :to', { to });
}

/** Soonest first, one more than the limit, so that the page knows whether it is the last. */
export function findComing(
  db: EntityManager,
  wanted: ComingWanted,
  [at, id]: ActivitiesAfter,
  limit: number,
): Promise<ActivityRow[]> {
  return coming(db, wanted)
    .andWhere('a.startsAt >= :at AND (a.startsAt > :at OR a.id > :id)', { at, id })
    .orderBy('a.startsAt')
    .addOrderBy('a.id')
    .limit(limit + 1)
    .getMany();
}

export interface PlaceOfActivity {
  activityId: string;
  /** Parts two at one place by what sorts them: the start, then the activity. */
  id: string;
  lng: number;
  lat: number;
}

/** Where the coming ones in the box are, from the index alone. */
export async function findPlacesIn(
  db: EntityManager,
  wanted: ComingWanted,
  box: Box,
): Promise<PlaceOfActivity[]> {
  const rows = await inBox(coming(db, wanted), box)
    .select('a.id', 'activityId')
    .addSelect('a.startsAt', 'startsAt')
    .addSelect('a.lng', 'lng')
    .addSelect('a.lat', 'lat')
    .getRawMany<Omit<PlaceOfActivity, 'id'> & { startsAt: string | number }>();
  return rows.map(({ startsAt, ...place }) => ({
    ...place,
    id: `${String(startsAt).padStart(momentDigits, '0')}.${place.activityId}`,
  }));
}

function inBox(query: SelectQueryBuilder<ActivityRow>, box: Box): SelectQueryBuilder<ActivityRow> {
  const inCells = new Brackets((where) =>
    cover(box, mostRanges).forEach(([first, last], at) =>
      where.orWhere(`a.cell BETWEEN :first${at} AND :last${at}`, {
        [`first${at}`]: first,
        [`last${at}`]: last,
      }),
    ),
  );
  return query
    .andWhere(inCells)
    .andWhere('a.lat BETWEEN :south AND :north AND a.lng BETWEEN :west AND :east', { ...box });
}
