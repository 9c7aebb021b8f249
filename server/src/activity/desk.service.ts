import {
  type ActivityChange,
  type ActivityDraft,
  type DeskActivity,
  type DeskRegistration,
  type Page,
  pageLimits,
  type PageQuery,
  rfc3339,
  whyNotChangeActivity,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import type { ActivityRow } from './activity.entity';
import {
  changeActivity,
  findDeskActivities,
  findDeskActivity,
  insertActivity,
  moveInLists,
} from './desk.repository';
import { registrationCalledAs } from './registration.entity';
import { findAllLive, findOfActivity, largestWaiting } from './registration.repository';
import { toldChanged } from './told';
import { deskActivityView } from './views';
import { WaitingList } from './waiting-list.service';
import { WhoHolds } from './who-holds.service';
import { writtenOf } from './written';

const action = 'activity.edit';

/** Else what has begun could be put off and then be cancelled. */
function refuseNewStart({ state, startsAt }: ActivityRow, newStart: number, now: number): void {
  if (state === 'draft' || now < startsAt || newStart === startsAt) return;
  const fields = { startsAt: '活动已经开始，开始时间不能再改。' };
  throw new Refusal('activity_times_wrong', { fields });
}

/** The activities of her own branch of the tree. */
@Injectable()
export class DeskActivities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly waitingList: WaitingList,
    private readonly whoHolds: WhoHolds,
    private readonly cipher: Cipher,
  ) {}

  async list(person: Person, query: PageQuery): Promise<Page<DeskActivity>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']);
    const rows = await findDeskActivities(reader, branchesFor(person, action), after, limit);
    const holders = await this.whoHolds.of(reader, rows);
    return pageOf(
      rows,
      limit,
      ({ startsAt, id }) => [startsAt, id],
      (row) => deskActivityView(row, holders.get(row.id)!),
    );
  }

  async one(db: EntityManager, person: Person, id: string): Promise<DeskActivity> {
    const row = await this.rowOf(db, person, id);
    const holders = await this.whoHolds.of(db, [row]);
    return deskActivityView(row, holders.get(id)!);
  }

  read(person: Person, id: string): Promise<DeskActivity> {
    return this.one(this.unitOfWork.reader, person, id);
  }

  async create(tx: EntityManager, person: Person, draft: ActivityDraft): Promise<DeskActivity> {
    const federation = await this.federationOf(tx, person, draft.federationId);
    const written = writtenOf(draft, federation, this.clock.now());
    const id = newId();
    await insertActivity(tx, {
      ...written,
      id,
      taken: 0,
      waiting: 0,
      queued: 0,
      state: 'draft',
      cancelReason: null,
      version: 1,
    });
    await this.note(tx, person, id, 'create');
    return this.one(tx, person, id);
  }

  /** More seats go to those who wait; what they go by is told to all who are registered or wait. */
  async change(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, ...draft }: ActivityChange,
  ): Promise<DeskActivity> {
    const before = await this.rowOf(tx, person, id);
    const now = this.clock.now();
    const why = whyNotChangeActivity(before, now);
    if (why) throw new Refusal(why);
    const federation = await this.federationOf(tx, person, draft.federationId);
    const written = writtenOf(draft, federation, now);
    refuseNewStart(before, written.startsAt, now);
    if (!(await changeActivity(tx, { id, version }, written)))
      throw await this.whyUnchanged(tx, person, { id, version });

    await this.refuseFewerThanWaiting(tx, id, draft.seats);
    await moveInLists(tx, { id, ...written });
    await this.tellIfMoved(tx, before, { ...before, ...written });
    await this.waitingList.promote(tx, id);
    await this.note(tx, person, id, 'change');
    return this.one(tx, person, id);
  }

  /** Whoever opens the list is in the audit. */
  async registrations(
    tx: EntityManager,
    person: Person,
    id: string,
    query: PageQuery,
  ): Promise<Page<DeskRegistration>> {
    await this.rowOf(tx, person, id);
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']) ?? [0, ''];
    const rows = await findOfActivity(tx, id, after, limit);
    const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
    const names = await this.accounts.namesOf(tx, accountIds);
    await this.note(tx, person, id, 'read_registrations');
    return pageOf(
      rows,
      limit,
      ({ registeredAt, id: last }) => [registeredAt, last],
      ({ id: registrationId, accountId, calledAs, seats, state, registeredAt }) => ({
        id: registrationId,
        name: calledAs
          ? this.cipher.open(registrationCalledAs, registrationId, calledAs)
          : (names.get(accountId) ?? ''),
        seats,
        state,
        registeredAt: rfc3339(registeredAt),
      }),
    );
  }

  /** @throws Refusal activity_not_found for what is not of her branch */
  async rowOf(db: EntityManager, person: Person, id: string): Promise<ActivityRow> {
    const row = await findDeskActivity(db, branchesFor(person, action), id);
    if (!row) throw new Refusal('activity_not_found');
    return row;
  }

  note(tx: EntityManager, { accountId }: Person, id: string, act: string): Promise<void> {
    return this.audit.record(tx, { accountId, act, subject: { type: 'activity', id } });
  }

  private async federationOf(
    db: EntityManager,
    person: Person,
    id: string,
  ): Promise<FederationRow> {
    const federation = await this.federations.rowOf(db, id);
    const branches = branchesFor(person, action);
    if (branches.some((branch) => withinBranch(federation.path, branch))) return federation;
    throw new Refusal('federation_not_found');
  }

  private async whyUnchanged(
    tx: EntityManager,
    person: Person,
    { id, version }: Pick<ActivityRow, 'id' | 'version'>,
  ): Promise<Refusal> {
    const now = await this.rowOf(tx, person, id);
    if (now.version !== version) return new Refusal('changed_meanwhile');
    return new Refusal(now.state === 'cancelled' ? 'activity_wrong_state' : 'activity_seats_taken');
  }

  /** Nobody waits for more seats than there are. */
  private async refuseFewerThanWaiting(tx: EntityManager, id: string, seats: number) {
    const most = await largestWaiting(tx, id);
    if (most <= seats) return;
    const fields = { seats: `有人在等 ${most} 个名额。名额不能少于 ${most} 个。` };
    throw new Refusal('activity_waiting_larger', { fields });
  }

  private async tellIfMoved(tx: EntityManager, before: ActivityRow, after: ActivityRow) {
    const told = ['startsAt', 'endsAt', 'place', 'lng', 'lat'] as const;
    const moved = {
      isElsewhere: told.some((field) => before[field] !== after[field]),
      isSooner: after.cancellableUntil < before.cancellableUntil,
    };
    if (!moved.isElsewhere && !moved.isSooner) return;
    const rows = await findAllLive(tx, after.id);
    const accountIds = rows.map(({ accountId }) => accountId);
    await this.notifications.tell(tx, accountIds, toldChanged(after, moved));
  }
}
