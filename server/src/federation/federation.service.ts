import {
  type EstablishmentMode,
  type Federation,
  type FederationKind,
  type FederationLevel,
  type FederationSector,
  type Page,
  pageLimits,
  type PageQuery,
  type PartnerUnit,
  whyNotEstablish,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { idsOf, pathBelow } from './branch';
import { FederationCounts } from './federation-counts.service';
import type { FederationRow } from './federation.entity';
import {
  type BranchWanted,
  findBranch,
  findChildren,
  findFederation,
  findFederations,
  findOfDivision,
  findOfDivisions,
  findPartners,
  findPlacesBelow,
  findTop,
  insertFederations,
  setConverted,
} from './federation.repository';

export interface NewFederation {
  name: string;
  kind: FederationKind;
  sector: FederationSector;
  level: FederationLevel;
  /** The one above; null at the top of the tree. */
  parent: Pick<FederationRow, 'id' | 'path'> | null;
  divisionCode?: string;
  establishmentMode: EstablishmentMode;
  partners: readonly PartnerUnit[];
  answersWithinHours?: number;
}

@Injectable()
export class Federations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly counts: FederationCounts,
  ) {}

  async one(id: string): Promise<Federation> {
    const { reader } = this.unitOfWork;
    return this.view(reader, await this.rowOf(reader, id));
  }

  /** As the API shows it. */
  async view(db: EntityManager, row: FederationRow): Promise<Federation> {
    return viewOf(row, await findPartners(db, [row.id]));
  }

  async namesOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await findFederations(db, [...new Set(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async children(id: string, query: PageQuery): Promise<Page<Federation>> {
    const { reader } = this.unitOfWork;
    await this.rowOf(reader, id);
    const [afterId] = decodeAfter(query.after, ['']) ?? [''];
    const limit = query.limit ?? pageLimits.default;

    const rows = await findChildren(reader, id, afterId, limit);

    const partners = await findPartners(
      reader,
      rows.map((row) => row.id),
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => viewOf(row, partners),
    );
  }

  /** From the top of the tree down to the federation itself. */
  async chain(id: string): Promise<Page<Federation>> {
    const { reader } = this.unitOfWork;
    const ids = await this.ancestorsOf(reader, id);
    const rows = await findFederations(reader, ids);
    const partners = await findPartners(reader, ids);
    const fromTheTop = rows.sort((a, b) => a.path.length - b.path.length);
    return { items: fromTheTop.map((row) => viewOf(row, partners)), next: null };
  }

  /** @throws Refusal federation_not_found */
  async rowOf(db: EntityManager, id: string): Promise<FederationRow> {
    const row = await findFederation(db, id);
    if (row === null) throw new Refusal('federation_not_found');
    return row;
  }

  /** Of a branch, in the order of the tree, one more than the limit. */
  within(db: EntityManager, wanted: BranchWanted): Promise<FederationRow[]> {
    return findBranch(db, wanted);
  }

  rowsOf(db: EntityManager, ids: readonly string[]): Promise<FederationRow[]> {
    return findFederations(db, ids);
  }

  /** The federation that stands for a place; null where none does. */
  ofDivision(db: EntityManager, divisionCode: string): Promise<FederationRow | null> {
    return findOfDivision(db, divisionCode);
  }

  /** Those that stand for these places, in no order. */
  ofDivisions(db: EntityManager, divisionCodes: readonly string[]): Promise<FederationRow[]> {
    return findOfDivisions(db, divisionCodes);
  }

  /**
   * The lowest one, down to a county, that stands above every place: for what names no place at all.
   * Null only while there is no federation.
   */
  async aboveEveryPlace(db: EntityManager): Promise<FederationRow | null> {
    let here = await findTop(db);
    while (here && here.level !== 'county') {
      const [below, another] = await findPlacesBelow(db, here.id, 2);
      if (!below || another) return here;
      here = below;
    }
    return here;
  }

  /** Ids from the top of the tree down to the federation itself. */
  async ancestorsOf(db: EntityManager, id: string): Promise<string[]> {
    return idsOf((await this.rowOf(db, id)).path);
  }

  async establish(tx: EntityManager, asked: NewFederation): Promise<FederationRow> {
    const [row] = await this.establishAll(tx, [asked]);
    return row!;
  }

  /** Many at once: a parent must be known before its children, in an earlier call. */
  async establishAll(tx: EntityManager, asked: readonly NewFederation[]): Promise<FederationRow[]> {
    for (const { establishmentMode, partners } of asked) {
      const reason = whyNotEstablish(establishmentMode, partners);
      if (reason) throw new Refusal(reason);
    }
    const paths = await this.pathsOf(tx, asked);
    const rows = asked.map((one) => rowFor(one, paths, this.clock.now()));
    await insertFederations(
      tx,
      rows,
      asked.map(({ partners }) => partners),
    );
    const counted = { what: 'federation', n: 1 } as const;
    await this.counts.change(
      tx,
      rows.map(({ path, kind, sector }) => ({ ...counted, path, kind, sector })),
    );
    return rows;
  }

  /** 妇委会 becomes 妇联: the same body under the same id, with the day on which it changed. */
  async convert(tx: EntityManager, id: string, convertedOn: string): Promise<void> {
    const { path, sector } = await this.rowOf(tx, id);
    const { affected } = await setConverted(tx, id, convertedOn);
    if (affected !== 1) throw new Refusal('changed_meanwhile');
    const counted = { path, sector, what: 'federation' } as const;
    await this.counts.change(tx, [
      { ...counted, kind: 'committee', n: -1 },
      { ...counted, kind: 'federation', n: 1 },
    ]);
  }

  /** Where the parents lie now: whoever names one may have read it before it was moved. */
  private async pathsOf(tx: EntityManager, asked: readonly NewFederation[]) {
    const ids = new Set(asked.flatMap(({ parent }) => (parent ? [parent.id] : [])));
    const parents = await findFederations(tx, [...ids]);
    return new Map(parents.map(({ id, path }) => [id, path]));
  }
}

function rowFor(
  { parent, divisionCode, answersWithinHours, ...asked }: NewFederation,
  paths: ReadonlyMap<string, string>,
  createdAt: number,
): FederationRow {
  const id = newId();
  return {
    id,
    name: asked.name,
    kind: asked.kind,
    sector: asked.sector,
    level: asked.level,
    establishmentMode: asked.establishmentMode,
    parentId: parent?.id ?? null,
    path: pathBelow(parent ? paths.get(parent.id) : undefined, id),
    divisionCode: divisionCode ?? null,
    convertedFrom: null,
    convertedOn: null,
    answersWithinHours: answersWithinHours ?? null,
    createdAt,
  };
}

const viewOf = (row: FederationRow, partners: Map<string, PartnerUnit[]>): Federation => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  sector: row.sector,
  level: row.level,
  parentId: row.parentId,
  divisionCode: row.divisionCode,
  establishmentMode: row.establishmentMode,
  partners: partners.get(row.id) ?? [],
});
