import type { EntityManager } from 'typeorm';
import { DivisionRow } from './division.entity';

export interface DivisionsWanted {
  parentCode?: string;
  search?: string;
  afterCode: string;
  limit: number;
}

const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');

/** Divisions by code, one more than the limit, so that the page knows whether it is the last. */
export function findDivisions(
  db: EntityManager,
  { parentCode, search, afterCode, limit }: DivisionsWanted,
): Promise<DivisionRow[]> {
  const query = db
    .createQueryBuilder(DivisionRow, 'd')
    .where('d.code > :afterCode', { afterCode })
    .orderBy('d.code')
    .limit(limit + 1);
  if (parentCode !== undefined) query.andWhere('d.parentCode = :parentCode', { parentCode });
  if (search !== undefined) {
    query.andWhere("d.name LIKE :name ESCAPE '!'", { name: `%${literally(search)}%` });
  }
  return query.getMany();
}
