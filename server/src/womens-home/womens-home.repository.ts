import type { WomensHomeKind } from '@niangjia/shared';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { inBranches } from '../federation';
import { codeAsKept, WomensHomeCode } from './womens-home-code.entity';
import { WomensHomeRow } from './womens-home.entity';

/** Confidential homes are never found by any of these. */
const listed = { confidential: false };

export const findHome = (db: EntityManager, id: string): Promise<WomensHomeRow | null> =>
  db.findOneBy(WomensHomeRow, { id, ...listed });

export const findCode = (db: EntityManager, code: string): Promise<WomensHomeCode | null> =>
  db.findOneBy(WomensHomeCode, { code: codeAsKept(code) });

export async function findByCode(db: EntityManager, code: string): Promise<WomensHomeRow | null> {
  const found = await findCode(db, code);
  return found && found.endedAt === null ? findHome(db, found.womensHomeId) : null;
}

/** Of each federation the phone of its first home that says one, by the federation's path. */
export async function findPhones(
  db: EntityManager,
  federationPaths: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.find(WomensHomeRow, {
    select: { federationPath: true, phone: true },
    where: { federationPath: In([...new Set(federationPaths)]), phone: Not(IsNull()), ...listed },
    order: { federationPath: 'ASC', id: 'DESC' },
  });
  return new Map(rows.map(({ federationPath, phone }) => [federationPath, phone!]));
}

export interface HomesWithin {
  branch: string;
  kind: string;
  after: readonly [path: string, id: string];
  limit: number;
}

/** One more than the limit, so that the page knows whether it is the last. */
export const findHomesWithin = (
  db: EntityManager,
  { branch, kind, after: [path, id], limit }: HomesWithin,
): Promise<WomensHomeRow[]> =>
  db
    .createQueryBuilder(WomensHomeRow, 'h')
    .where(inBranches('h.federationPath', [branch]))
    .andWhere('h.kind = :kind AND h.confidential = :confidential', { kind, ...listed })
    .andWhere('h.federationPath >= :path AND (h.federationPath > :path OR h.id > :id)', {
      path,
      id,
    })
    .orderBy('h.federationPath')
    .addOrderBy('h.id')
    .limit(limit + 1)
    .getMany();

export interface HomesWanted {
  /** First digits of the division's code: it and all below. */
  prefix: string;
  kind?: string;
  after: [divisionCode: string, id: string];
  limit: number;
}

/** Homes by place, one more than the limit, so that the page knows whether it is the last. */
export function findHomesIn(
  db: EntityManager,
  { prefix, kind, after: [afterCode, afterId], limit }: HomesWanted,
): Promise<WomensHomeRow[]> {
  const from = afterCode > prefix ? afterCode : prefix;
  const query = db
    .createQueryBuilder(WomensHomeRow, 'h')
    .where('h.confidential = :confidential', listed)
    // The colon comes right after the nine.
    .andWhere('h.divisionCode >= :from AND h.divisionCode < :to', { from, to: `${prefix}:` })
    .andWhere('(h.divisionCode > :afterCode OR h.id > :afterId)', { afterCode, afterId })
    .orderBy('h.divisionCode')
    .addOrderBy('h.id')
    .limit(limit + 1);
  if (kind !== undefined) query.andWhere('h.kind = :kind', { kind });
  return query.getMany();
}

export const findHomesOf = (db: EntityManager, ids: readonly string[]): Promise<WomensHomeRow[]> =>
  db.findBy(WomensHomeRow, { id: In(ids), ...listed });

/** A few of a kind, or of any, in the order in which they lie. */
export const findSomeHomes = (
  db: EntityManager,
  kind: WomensHomeKind | undefined,
  limit: number,
): Promise<WomensHomeRow[]> =>
  db.find(WomensHomeRow, {
    where: { ...listed, ...(kind && { kind }) },
    order: { cell: 'ASC' },
    take: limit,
  });
