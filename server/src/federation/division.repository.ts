import { type EntityManager, In } from 'typeorm';
import { DivisionRow } from './division.entity';

export interface DivisionsWanted {
  parentCode?: string;
  afterCode: string;
  limit: number;
}

/** Divisions by code, one more than the limit, so that the page knows whether it is the last. */
export function findDivisions(
  db: EntityManager,
  { parentCode, afterCode, limit }: DivisionsWanted,
): Promise<DivisionRow[]> {
  const query = db
    .createQueryBuilder(DivisionRow, 'd')
    .where('d.code > :afterCode', { afterCode })
    .orderBy('d.code')
    .limit(limit + 1);
  if (parentCode !== undefined) query.andWhere('d.parentCode = :parentCode', { parentCode });
  return query.getMany();
}

export const findDivisionsOf = (
  db: EntityManager,
  codes: readonly string[],
): Promise<DivisionRow[]> => db.findBy(DivisionRow, { code: In(codes) });
