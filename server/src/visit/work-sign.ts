import { In } from 'typeorm';
import type { LastDone, LinksOf } from '../organisation';
import { LinkRow } from './link.entity';
import { VisitRow } from './visit.entity';

/** The latest visit to a woman on a list of each federation. */
export const lastVisit: LastDone = async (db, places) => {
  const rows = await db
    .createQueryBuilder(LinkRow, 'l')
    .innerJoin(VisitRow, 'v', 'v.linkId = l.id')
    .select('l.federationId', 'id')
    .addSelect('MAX(v.countedDay)', 'day')
    .where({ federationPath: In(places.map(({ path }) => path)) })
    .groupBy('l.federationId')
    .getRawMany<{ id: string; day: string }>();
  return new Map(rows.map(({ id, day }) => [id, Date.parse(`${day}T00:00:00+08:00`)]));
};

export const linksOf: LinksOf = async (db, accountIds) => {
  const rows = await db
    .createQueryBuilder(LinkRow, 'l')
    .select('l.accountId', 'id')
    .addSelect('COUNT(*)', 'links')
    .where({ accountId: In([...accountIds]), state: 'active' })
    .groupBy('l.accountId')
    .getRawMany<{ id: string; links: string }>();
  return new Map(rows.map(({ id, links }) => [id, Number(links)]));
};
