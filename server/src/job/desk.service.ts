import {
  type DeskJob,
  type JobChange,
  type JobDraft,
  jobLimits,
  jobTransitions,
  mayMove,
  type MoveJob,
  type Page,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, withinBranch } from '../federation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { cellOf } from '../platform/geo/cells';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { contactsUnits } from './contacts-units';
import {
  changeJob,
  findDeskJob,
  findDeskJobs,
  findPatterns,
  insertJob,
  type JobScope,
  placeInBranches,
  replacePatterns,
} from './desk.repository';
import { refuseFaultyDraft } from './draft-faults';
import type { JobRow } from './job.entity';
import { Shifts } from './shifts.service';
import { ShownJobs } from './shown-jobs';
import { linesOf, newlyLawful } from './wording';

const scopeOf = (person: Person): JobScope => ({
  branches: branchesFor(person, 'job.edit'),
  unitIds: [],
});

const mayWrite = (person: Person, path: string): boolean =>
  scopeOf(person).branches.some((branch) => withinBranch(path, branch));

const keptLawful = (phrases: readonly string[]): Pick<JobRow, 'lawfulWording'> => ({
  lawfulWording: phrases.length > 0 ? phrases.join('\n') : null,
});

/** The posts of her own branch of the tree, to write and to keep true. */
@Injectable()
export class DeskJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly federations: Federations,
    private readonly shifts: Shifts,
    private readonly shown: ShownJobs,
    private readonly audit: Audit,
  ) {}

  async list(person: Person, query: PageQuery): Promise<Page<DeskJob>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const [before] = decodeAfter(query.after, ['']) ?? [];
    const rows = await findDeskJobs(reader, await this.listedFor(person), { before, limit });

    const { items, next } = pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.show(reader, person, items, jobLimits.shiftsShown.inList), next };
  }

  one(person: Person, id: string): Promise<DeskJob> {
    return this.read(this.unitOfWork.reader, person, id);
  }

  /** A draft: nobody but her branch sees it until it is published. */
  async create(tx: EntityManager, person: Person, draft: JobDraft): Promise<DeskJob> {
    refuseFaultyDraft(draft);
    const id = newId();
    const lawful = newlyLawful(draft, []);
    const written = await this.written(tx, person, draft);

    await insertJob(tx, { ...written, id, state: 'draft', version: 1, ...keptLawful(lawful) });
    await placeInBranches(tx, id, written.federationPath);
    await replacePatterns(tx, id, draft.shiftPatterns);

    await this.note(tx, person, id, 'create');
    if (lawful.length > 0) await this.note(tx, person, id, 'confirm_wording');
    return this.read(tx, person, id);
  }

  async change(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, ...draft }: JobChange,
  ): Promise<DeskJob> {
    refuseFaultyDraft(draft);
    const job = await this.rowOf(tx, person, id);
    const known = linesOf(job.lawfulWording);
    const lawful = newlyLawful(draft, known);
    const written = await this.written(tx, person, draft);

    const changed = { ...written, ...keptLawful([...known, ...lawful]) };
    if (!(await changeJob(tx, { id, version }, changed))) throw new Refusal('changed_meanwhile');
    await placeInBranches(tx, id, written.federationPath);
    await replacePatterns(tx, id, draft.shiftPatterns);
    if (job.state === 'published') {
      await this.shifts.arrange(tx, job, draft.shiftPatterns);
      await this.shifts.tellChanged(tx, job, written);
    }

    await this.note(tx, person, id, 'change');
    if (lawful.length > 0) await this.note(tx, person, id, 'confirm_wording');
    return this.read(tx, person, id);
  }

  async move(
    tx: EntityManager,
    person: Person,
    id: string,
    { to, reason }: MoveJob,
  ): Promise<DeskJob> {
    const job = await this.rowOf(tx, person, id);
    if (!mayMove(jobTransitions, job.state, to)) throw new Refusal('job_wrong_state');
    if (job.state === 'published' && reason === undefined) throw new Refusal('close_needs_reason');

    const moved = { state: to, updatedAt: this.clock.now() };
    if (!(await changeJob(tx, job, moved))) throw new Refusal('changed_meanwhile');
    const patterns = (await findPatterns(tx, [id])).get(id) ?? [];
    if (to === 'published') await this.shifts.arrange(tx, job, patterns);
    if (to === 'closed') await this.shifts.close(tx, job, reason ?? '');

    await this.note(tx, person, id, 'move');
    return this.read(tx, person, id);
  }

  /** What she may write, and as a contact what her own unit has out. */
  private async listedFor(person: Person): Promise<JobScope> {
    const unitIds = await contactsUnits(this.federations, this.unitOfWork.reader, person);
    return { ...scopeOf(person), unitIds };
  }

  private async rowOf(db: EntityManager, person: Person, id: string): Promise<JobRow> {
    const row = await findDeskJob(db, scopeOf(person), id);
    if (!row) throw new Refusal('job_not_found');
    return row;
  }

  private async written(tx: EntityManager, person: Person, { point, ...draft }: JobDraft) {
    const federation = await this.federations.rowOf(tx, draft.federationId);
    if (!mayWrite(person, federation.path)) throw new Refusal('federation_not_found');
    return {
      federationId: federation.id,
      federationPath: federation.path,
      title: draft.title,
      text: draft.text,
      employerName: draft.employerName,
      place: draft.place,
      ...point,
      cell: cellOf(point.lng, point.lat),
      contractKind: draft.contractKind,
      payPerHourFen: draft.payPerHourFen,
      flexibility: draft.flexibility,
      updatedAt: this.clock.now(),
    };
  }

  async read(db: EntityManager, person: Person, id: string): Promise<DeskJob> {
    const row = await this.rowOf(db, person, id);
    const [job] = await this.show(db, person, [row], jobLimits.shiftsShown.ofOne);
    return job!;
  }

  private async show(
    db: EntityManager,
    person: Person,
    rows: JobRow[],
    limit: number,
  ): Promise<DeskJob[]> {
    const shifts = { now: this.clock.now(), limit };
    const patterns = await findPatterns(
      db,
      rows.map(({ id }) => id),
    );
    const jobs = await this.shown.show(db, rows, { shifts });
    return jobs.map((job, at) => ({
      ...job,
      version: rows[at]!.version,
      shiftPatterns: patterns.get(job.id) ?? [],
      mayEdit: mayWrite(person, rows[at]!.federationPath),
    }));
  }

  private note(tx: EntityManager, { accountId }: Person, id: string, act: string): Promise<void> {
    return this.audit.record(tx, { accountId, act, subject: { type: 'job', id } });
  }
}
