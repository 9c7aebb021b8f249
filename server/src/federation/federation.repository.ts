import type { PartnerUnit } from '@niangjia/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { insertAll } from '../platform/database/insert-all';
import { newId } from '../platform/ids';
import { FederationRow } from './federation.entity';
import { inBranches, pathAfter } from './in-branches';
import { PartnerUnitRow } from './partner-unit.entity';

/**
 * Whoever read a path in a unit of work has written it before the branch is moved, or reads it anew after.
 * On SQLite units of work come one after another anyway; TypeORM writes FOR SHARE, which MariaDB has not.
 */
async function stay(db: EntityManager, ids: readonly string[]): Promise<void> {
  const isAlone = db.dataSource.options.type !== 'mysql' || !db.queryRunner?.isTransactionActive;
  if (isAlone || ids.length === 0) return;
  const places = ids.map(() => '?').join(', ');
  await db.query(`SELECT id FROM federation WHERE id IN (${places}) LOCK IN SHARE MODE`, [...ids]);
}

export async function findFederation(db: EntityManager, id: string): Promise<FederationRow | null> {
  await stay(db, [id]);
  return db.findOneBy(FederationRow, { id });
}

export async function findFederations(
  db: EntityManager,
  ids: readonly string[],
): Promise<FederationRow[]> {
  await stay(db, ids);
  return db.findBy(FederationRow, { id: In(ids) });
}

export const findOfDivision = (db: EntityManager, divisionCode: string) =>
  db.findOneBy(FederationRow, { divisionCode });

export const findOfDivisions = (db: EntityManager, divisionCodes: readonly string[]) =>
  db.findBy(FederationRow, { divisionCode: In(divisionCodes) });

export const findTop = (db: EntityManager): Promise<FederationRow | null> =>
  db.findOne(FederationRow, { where: { parentId: IsNull() }, order: { id: 'ASC' } });

export const findPlacesBelow = (db: EntityManager, parentId: string, limit: number) =>
  db.find(FederationRow, {
    where: { parentId, sector: 'place' },
    order: { id: 'ASC' },
    take: limit,
  });

/** Those directly below, one more than the limit, so that the page knows whether it is the last. */
export const findChildren = (
  db: EntityManager,
  parentId: string,
  afterId: string,
  limit: number,
): Promise<FederationRow[]> =>
  db
    .createQueryBuilder(FederationRow, 'f')
    .where('f.parentId = :parentId AND f.id > :afterId', { parentId, afterId })
    .orderBy('f.id')
    .limit(limit + 1)
    .getMany();

/** The units of many federations in one query, by federation, in the order they were named. */
export async function findPartners(
  db: EntityManager,
  federationIds: readonly string[],
): Promise<Map<string, PartnerUnit[]>> {
  const rows = await db.find(PartnerUnitRow, {
    where: { federationId: In(federationIds) },
    order: { federationId: 'ASC', position: 'ASC' },
  });
  const partners = new Map<string, PartnerUnit[]>();
  for (const { federationId, name, role } of rows) {
    partners.set(federationId, [...(partners.get(federationId) ?? []), { name, role }]);
  }
  return partners;
}

/** `partners` has one list of units for each row. */
export async function insertFederations(
  tx: EntityManager,
  rows: readonly FederationRow[],
  partners: readonly (readonly PartnerUnit[])[],
): Promise<void> {
  await insertAll(tx, FederationRow, rows);
  const units = rows.flatMap(({ id: federationId }, at) =>
    (partners[at] ?? []).map((unit, position) => ({
      id: newId(),
      federationId,
      position,
      ...unit,
    })),
  );
  if (units.length > 0) await tx.insert(PartnerUnitRow, units);
}

export const setConverted = (tx: EntityManager, id: string, convertedOn: string) =>
  tx.update(
    FederationRow,
    { id, kind: 'committee' },
    { kind: 'federation', convertedFrom: 'committee', convertedOn },
  );

/** Whether it still lay where it was read. */
export async function moveRow(
  tx: EntityManager,
  { id, parentId }: FederationRow,
  toParentId: string,
): Promise<boolean> {
  const { affected } = await tx.update(
    FederationRow,
    { id, parentId: parentId! },
    { parentId: toParentId },
  );
  return affected === 1;
}

export async function longestPathIn(db: EntityManager, branch: string): Promise<number> {
  const [longest] = await db.query<{ chars: number }[]>(
    'SELECT MAX(LENGTH(path)) AS chars FROM federation WHERE path >= ? AND path < ?',
    [branch, pathAfter(branch)],
  );
  return Number(longest?.chars ?? 0);
}

export interface BranchWanted {
  branch: string;
  afterPath: string;
  limit: number;
  kind?: string;
  sector?: string;
}

/** In the order of the tree, one more than the limit, so that the page knows whether it is the last. */
export function findBranch(
  db: EntityManager,
  { branch, afterPath, limit, ...of }: BranchWanted,
): Promise<FederationRow[]> {
  const query = db
    .createQueryBuilder(FederationRow, 'f')
    .where(inBranches('f.path', [branch]))
    .andWhere('f.path > :afterPath', { afterPath })
    .orderBy('f.path')
    .limit(limit + 1);
  if (of.kind !== undefined) query.andWhere('f.kind = :kind', { kind: of.kind });
  if (of.sector !== undefined) query.andWhere('f.sector = :sector', { sector: of.sector });
  return query.getMany();
}
