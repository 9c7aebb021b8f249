import {
  addDays,
  type ChangeMediator,
  dayOf,
  type Mediator,
  type MediatorSkill,
  type NewMediator,
  type Page,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person, retentionDays } from '../account';
import { Audit } from '../audit';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import {
  changeMediator,
  findMediator,
  findMediators,
  forgetNames,
  insertMediator,
} from './mediation.repository';
import { mediatorName, type MediatorRow } from './mediator.entity';

const branchesOf = (person: Person): string[] => branchesFor(person, 'case_ticket.triage');

/** Who mediates for a federation and for how long. No count of anybody's cases, and no order by one. */
@Injectable()
export class Roster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async page(person: Person, query: PageQuery): Promise<Page<Mediator>> {
    const { reader } = this.unitOfWork;
    const { limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, ['', '']) ?? (['', ''] as const);
    const rows = await findMediators(reader, branchesOf(person), after, limit);
    const keyOf = ({ federationPath, id }: MediatorRow) => [federationPath, id];
    const page = pageOf(rows, limit, keyOf, (row) => row);
    return { ...page, items: await this.views(reader, page.items) };
  }

  async add(tx: EntityManager, person: Person, asked: NewMediator): Promise<Mediator> {
    checkTerm(asked);
    const { id: federationId, path } = await this.federations.rowOf(tx, asked.federationId);
    if (!branchesOf(person).some((branch) => withinBranch(path, branch)))
      throw new Refusal('federation_not_found');
    return this.done(tx, person, 'add', await this.enrol(tx, { id: federationId, path }, asked));
  }

  /** Answers her id. */
  async enrol(
    tx: EntityManager,
    { id: federationId, path: federationPath }: Pick<FederationRow, 'id' | 'path'>,
    facts: Omit<NewMediator, 'federationId'>,
  ): Promise<string> {
    const id = newId();
    const row = { id, federationId, federationPath, state: 'serving', version: 1 } as const;
    await insertMediator(tx, { ...row, ...this.kept(id, facts) });
    return id;
  }

  async change(
    tx: EntityManager,
    person: Person,
    id: string,
    asked: ChangeMediator,
  ): Promise<Mediator> {
    checkTerm(asked);
    const { version, state } = asked;
    await this.rowOf(tx, person, id);
    if (!(await changeMediator(tx, { id, version }, { state, ...this.kept(id, asked) })))
      throw new Refusal('changed_meanwhile');
    return this.done(tx, person, 'change', id);
  }

  /** Empty once her name was kept long enough. */
  nameOf({ id, name }: MediatorRow): string {
    return name === null ? '' : this.cipher.open(mediatorName, id, name);
  }

  /** Answers how many names went. */
  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  forget(): Promise<number> {
    const before = addDays(dayOf(this.clock.now()), -retentionDays.mediatorName);
    return this.unitOfWork.run((tx) => forgetNames(tx, before));
  }

  private kept(id: string, { name, skills, fromDay, toDay }: Omit<NewMediator, 'federationId'>) {
    const sealed = this.cipher.seal(mediatorName, id, name);
    return { name: sealed, skills: [...new Set(skills)].join(','), fromDay, toDay };
  }

  private async done(tx: EntityManager, person: Person, act: string, id: string) {
    const { accountId } = person;
    await this.audit.record(tx, { accountId, act, subject: { type: 'mediator', id } });
    const [view] = await this.views(tx, [await this.rowOf(tx, person, id)]);
    return view!;
  }

  async rowOf(db: EntityManager, person: Person, id: string): Promise<MediatorRow> {
    const row = await findMediator(db, branchesOf(person), id);
    if (row === null) throw new Refusal('mediator_not_found');
    return row;
  }

  private async views(db: EntityManager, rows: readonly MediatorRow[]): Promise<Mediator[]> {
    const federations = await this.federations.rowsOf(
      db,
      rows.map(({ federationId }) => federationId),
    );
    const names = new Map(federations.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      id: row.id,
      federationId: row.federationId,
      federationName: names.get(row.federationId) ?? '',
      name: this.nameOf(row),
      skills: skillsOf(row),
      fromDay: row.fromDay,
      toDay: row.toDay,
      state: row.state,
      version: row.version,
    }));
  }
}

export const skillsOf = ({ skills }: MediatorRow): MediatorSkill[] =>
  skills.split(',') as MediatorSkill[];

function checkTerm({ fromDay, toDay }: Pick<NewMediator, 'fromDay' | 'toDay'>): void {
  if (toDay < fromDay)
    throw new Refusal('bad_input', { fields: { toDay: '聘期的最后一天早于第一天。改一下。' } });
}
