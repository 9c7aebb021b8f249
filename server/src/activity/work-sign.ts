import { In, Not } from 'typeorm';
import type { LastDone } from '../organisation';
import { ActivityRow } from './activity.entity';

/** The latest activity of each federation that was to take place, or is. */
export const lastActivity: LastDone = async (db, places) => {
  const rows = await db
    .createQueryBuilder(ActivityRow, 'a')
    .select('a.federationId', 'id')
    .addSelect('MAX(a.startsAt)', 'at')
    .where({ federationPath: In(places.map(({ path }) => path)), state: Not('draft') })
    .groupBy('a.federationPath')
    .addGroupBy('a.federationId')
    .getRawMany<{ id: string; at: string }>();
  return new Map(rows.map(({ id, at }) => [id, Number(at)]));
};
