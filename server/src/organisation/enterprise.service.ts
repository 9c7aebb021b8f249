import {
  dayOf,
  type Enterprise,
  type EnterpriseChange,
  type EnterpriseFacts,
  type EnterpriseQuery,
  isKeyEnterprise,
  type NewEnterprise,
  type Page,
  pageLimits,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, inBranches } from '../federation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { DeskFederations } from './desk-federations';
import { EnterpriseRow } from './enterprise.entity';

/** The enterprises of her branch, and in which of them a federation is to be founded first. */
@Injectable()
export class Enterprises {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(person: Person, { only, after, limit = pageLimits.default }: EnterpriseQuery) {
    const db = this.unitOfWork.reader;
    const [path, id] = decodeAfter(after, ['', '']) ?? ['', ''];
    const found = this.inBranchesOf(db, person)
      .andWhere('e.federationPath >= :path', { path })
      .andWhere('(e.federationPath > :path OR e.id > :id)', { id })
      .orderBy('e.federationPath')
      .addOrderBy('e.id')
      .limit(limit + 1);
    if (only) found.andWhere('e.isKey = :isKey', { isKey: true });
    const { items, next } = pageOf(
      await found.getMany(),
      limit,
      (row) => [row.federationPath, row.id],
      (row) => row,
    );
    return { items: await this.views(db, items), next } satisfies Page<Enterprise>;
  }

  async add(tx: EntityManager, person: Person, { federationId, ...facts }: NewEnterprise) {
    const federation = await this.desk.one(tx, person, 'organisation.edit', federationId);
    const id = newId();
    const place = { federationId, federationPath: federation.path };
    await tx.insert(EnterpriseRow, { id, ...place, ...this.written(facts), version: 1 });
    return this.changed(tx, person, id, 'add');
  }

  async change(tx: EntityManager, person: Person, id: string, change: EnterpriseChange) {
    const { federationId } = await this.rowOf(tx, person, id);
    await this.desk.one(tx, person, 'organisation.edit', federationId);
    const { version, ...facts } = change;
    const next = { ...this.written(facts), version: version + 1 };
    const { affected } = await tx.update(EnterpriseRow, { id, version }, next);
    if (affected !== 1) throw new Refusal('changed_meanwhile');
    return this.changed(tx, person, id, 'change');
  }

  private written({ name, hasPartyOrganisation, femaleStaff, asOf }: EnterpriseFacts) {
    const now = this.clock.now();
    if (asOf > dayOf(now)) throw new Refusal('day_to_come');
    const facts = { name, hasPartyOrganisation, femaleStaff, asOf };
    return { ...facts, isKey: isKeyEnterprise(facts), updatedAt: now };
  }

  private async changed(tx: EntityManager, person: Person, id: string, act: string) {
    const { accountId } = person;
    await this.audit.record(tx, { accountId, act, subject: { type: 'enterprise', id } });
    const [view] = await this.views(tx, [await this.rowOf(tx, person, id)]);
    return view!;
  }

  async rowOf(db: EntityManager, person: Person, id: string): Promise<EnterpriseRow> {
    const row = await this.inBranchesOf(db, person).andWhere('e.id = :id', { id }).getOne();
    if (!row) throw new Refusal('enterprise_not_found');
    return row;
  }

  private inBranchesOf(db: EntityManager, person: Person) {
    const branches = branchesFor(person, 'organisation.read');
    return db
      .createQueryBuilder(EnterpriseRow, 'e')
      .where(inBranches('e.federationPath', branches));
  }

  private async views(db: EntityManager, rows: readonly EnterpriseRow[]): Promise<Enterprise[]> {
    const names = await this.federations.namesOf(
      db,
      rows.map(({ federationId }) => federationId),
    );
    return rows.map(({ federationPath: _, updatedAt: __, ...row }) => ({
      ...row,
      federationName: names.get(row.federationId) ?? '',
    }));
  }
}
