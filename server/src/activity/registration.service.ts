import {
  type MyRegistration,
  type Page,
  pageLimits,
  type PageQuery,
  hasRoom,
  type Register,
  whyNotCancel,
  whyNotRegister,
  whyNotWait,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { isUniqueViolation } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { ActivityRow } from './activity.entity';
import { findActivities, findListed } from './activity.repository';
import { liveKeyOf, registrationCalledAs, type RegistrationRow } from './registration.entity';
import {
  cancelRegistration,
  countBefore,
  findHers,
  findNewestOfHers,
  insertRegistration,
} from './registration.repository';
import { giveBack, holdSeats, joinQueue, type Queue, takeSeats } from './seats.repository';
import { registrationView, seatsLeftOf } from './views';
import { WaitingList } from './waiting-list.service';

@Injectable()
export class Registrations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
    private readonly waitingList: WaitingList,
  ) {}

  /** She has her seats, or waits for them. */
  async register(
    tx: EntityManager,
    accountId: string,
    activityId: string,
    { seats = 1, calledAs }: Register,
  ): Promise<MyRegistration> {
    await this.accounts.holdFor(tx, accountId);
    const activity = await this.openActivity(tx, activityId);
    refuseMoreThanAll(seats, activity);
    const now = this.clock.now();

    // What was read may be old: with room only the UPDATE decides, and without it the queue looks again.
    const mayFit =
      hasRoom({ seatsLeft: seatsLeftOf(activity) }, seats) || whyNotWait(activity, now);
    const isSeated = mayFit && (await takeSeats(tx, activityId, seats, now));
    const queue = isSeated ? undefined : await this.join(tx, activityId, seats, now);
    const queueNumber = queue?.queued ?? null;
    const row = this.rowFor(
      { activityId, accountId, seats, queueNumber, registeredAt: now },
      calledAs,
    );
    await this.insert(tx, row);

    if (!queue) return registrationView(row, activity, 0);
    if (queue.taken === queue.seats)
      return registrationView(
        row,
        { ...activity, taken: queue.taken, seats: queue.seats },
        queue.waiting - 1,
      );
    await this.waitingList.promote(tx, activityId);
    return this.hers(tx, accountId, row.id);
  }

  async cancel(tx: EntityManager, accountId: string, id: string): Promise<MyRegistration> {
    // The activity before the account, as whoever tells those registered: else the two meet in a deadlock.
    const hers = await findHers(tx, accountId, id);
    if (hers) await holdSeats(tx, hers.activityId);
    await this.accounts.holdFor(tx, accountId);
    const row = await this.rowOf(tx, accountId, id);
    const activity = await tx.findOneByOrFail(ActivityRow, { id: row.activityId });
    const reason = whyNotCancel(activity, row.state, this.clock.now());
    if (reason) throw new Refusal(reason);

    if (!(await this.giveBack(tx, row))) throw new Refusal('registration_cancelled');
    return registrationView({ ...row, state: 'cancelled' }, activity, 0);
  }

  /** Whatever the time: she is leaving altogether. */
  async giveUp(tx: EntityManager, accountId: string, id: string): Promise<void> {
    const { activityId } = await this.rowOf(tx, accountId, id);
    await holdSeats(tx, activityId);
    await this.giveBack(tx, await this.rowOf(tx, accountId, id));
  }

  async mine(accountId: string, query: PageQuery): Promise<Page<MyRegistration>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']);
    const rows = await findNewestOfHers(reader, accountId, after, limit);
    const views = await this.show(reader, rows);
    return pageOf(
      rows,
      limit,
      ({ registeredAt, id }) => [registeredAt, id],
      ({ id }) => views.get(id)!,
    );
  }

  /** By registration id. */
  async show(
    db: EntityManager,
    rows: readonly RegistrationRow[],
  ): Promise<Map<string, MyRegistration>> {
    if (rows.length === 0) return new Map();
    const activities = await findActivities(db, [
      ...new Set(rows.map(({ activityId }) => activityId)),
    ]);
    const byId = new Map(activities.map((activity) => [activity.id, activity]));
    const views = new Map<string, MyRegistration>();
    for (const row of rows) {
      const before = row.state === 'waiting' ? await countBefore(db, row) : 0;
      views.set(row.id, registrationView(row, byId.get(row.activityId)!, before));
    }
    return views;
  }

  /** After `holdSeats`; answers whether there was anything left to give back. */
  private async giveBack(tx: EntityManager, row: RegistrationRow): Promise<boolean> {
    const { activityId, seats, state } = row;
    if (!(await cancelRegistration(tx, row))) return false;
    const held = state === 'waiting' ? { seats: 0, waiting: 1 } : { seats, waiting: 0 };
    await giveBack(tx, activityId, held);
    await this.waitingList.promote(tx, activityId);
    return true;
  }

  private async hers(db: EntityManager, accountId: string, id: string): Promise<MyRegistration> {
    const row = await this.rowOf(db, accountId, id);
    return (await this.show(db, [row])).get(id)!;
  }

  private async rowOf(db: EntityManager, accountId: string, id: string): Promise<RegistrationRow> {
    const row = await findHers(db, accountId, id);
    if (!row) throw new Refusal('registration_not_found');
    return row;
  }

  private async openActivity(tx: EntityManager, id: string): Promise<ActivityRow> {
    const activity = await findListed(tx, id);
    if (!activity) throw new Refusal('activity_not_found');
    const reason = whyNotRegister(activity, undefined, this.clock.now());
    if (reason) throw new Refusal(reason);
    return activity;
  }

  private async join(tx: EntityManager, id: string, seats: number, now: number): Promise<Queue> {
    const queue = await joinQueue(tx, id, seats, now);
    if (queue) return queue;
    const activity = await tx.findOneByOrFail(ActivityRow, { id });
    refuseMoreThanAll(seats, activity);
    const reason = whyNotRegister(activity, undefined, now) ?? whyNotWait(activity, now);
    throw new Refusal(reason ?? 'activity_closed');
  }

  private async insert(tx: EntityManager, row: RegistrationRow): Promise<void> {
    try {
      await insertRegistration(tx, row);
    } catch (fault) {
      throw isUniqueViolation(fault) ? new Refusal('already_registered') : fault;
    }
  }

  private rowFor(asked: Asked, calledAs: string | undefined): RegistrationRow {
    const id = newId();
    return {
      ...asked,
      id,
      state: asked.queueNumber === null ? 'registered' : 'waiting',
      liveKey: liveKeyOf(asked.activityId, asked.accountId),
      calledAs: calledAs ? this.cipher.seal(registrationCalledAs, id, calledAs) : null,
    };
  }
}

type Asked = Omit<RegistrationRow, 'id' | 'state' | 'liveKey' | 'calledAs'>;

function refuseMoreThanAll(seats: number, activity: ActivityRow): void {
  if (seats <= activity.seats) return;
  const say = `这个活动一共 ${activity.seats} 个名额。少选几个。`;
  throw new Refusal('bad_input', { fields: { seats: say } });
}
