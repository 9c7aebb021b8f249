import type { PartnerUnit } from '@niangjia/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { newId } from '../platform/ids';
import { FederationRow } from './federation.entity';
import { PartnerUnitRow } from './partner-unit.entity';

export const findFederation = (db: EntityManager, id: string): Promise<FederationRow | null> =>
  db.findOneBy(FederationRow, { id });

export const findFederations = (db: EntityManager, ids: readonly string[]) =>
  db.findBy(FederationRow, { id: In(ids) });

export const findOfDivision = (db: EntityManager, divisionCode: string) =>
  db.findOneBy(FederationRow, { divisionCode });

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

const batchRows = 500;

/** `partners` has one list of units for each row. */
export async function insertFederations(
  tx: EntityManager,
  rows: readonly FederationRow[],
  partners: readonly (readonly PartnerUnit[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchRows)
    await tx.insert(FederationRow, rows.slice(from, from + batchRows));
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
