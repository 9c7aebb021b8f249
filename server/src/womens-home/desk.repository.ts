import type { WomensHomeChange } from '@niangjia/shared';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { cellOf } from '../platform/geo/cells';
import { openBitsOf } from './open-bits';
import { maskOf } from './services-mask';
import { WomensHomeRow } from './womens-home.entity';

/** Homes whose federation lies in one of the branches; confidential ones too, for their own staff. */
function homesOf(
  db: EntityManager,
  branches: readonly string[],
): SelectQueryBuilder<WomensHomeRow> {
  const query = db.createQueryBuilder(WomensHomeRow, 'h');
  const inBranches = new Brackets((where) => {
    branches.forEach((path, at) => {
      // A path ends with a slash; the nought comes right after it.
      const edges = { [`from${at}`]: path, [`to${at}`]: `${path.slice(0, -1)}0` };
      where.orWhere(`h.federationPath >= :from${at} AND h.federationPath < :to${at}`, edges);
    });
  });
  return query.where(inBranches);
}

export const findDeskHome = (
  db: EntityManager,
  branches: readonly string[],
  id: string,
): Promise<WomensHomeRow | null> => homesOf(db, branches).andWhere('h.id = :id', { id }).getOne();

/** One more than the limit, so that the page knows whether it is the last. */
export function findDeskHomes(
  db: EntityManager,
  branches: readonly string[],
  after: Pick<WomensHomeRow, 'federationPath' | 'id'> | null,
  limit: number,
): Promise<WomensHomeRow[]> {
  const query = homesOf(db, branches)
    .orderBy('h.federationPath')
    .addOrderBy('h.id')
    .limit(limit + 1);
  if (after) {
    query
      .andWhere('h.federationPath >= :path', { path: after.federationPath })
      .andWhere('(h.federationPath > :path OR h.id > :id)', { id: after.id });
  }
  return query.getMany();
}

/** Only when nobody changed it since it was read; answers whether it did. */
export async function changeHome(
  tx: EntityManager,
  home: WomensHomeRow,
  { version, services, hours, point, ...change }: WomensHomeChange,
  seen: { verifiedOn: string; updatedAt: number },
): Promise<boolean> {
  const moved = point.lng !== home.lng || point.lat !== home.lat;
  const { affected } = await tx.update(
    WomensHomeRow,
    { id: home.id, version },
    {
      ...change,
      ...point,
      ...seen,
      cell: cellOf(point.lng, point.lat),
      pointIsInvented: home.pointIsInvented && !moved,
      services: maskOf(services),
      openBits: openBitsOf(hours),
      hours: JSON.stringify(hours),
      version: version + 1,
    },
  );
  return affected === 1;
}
