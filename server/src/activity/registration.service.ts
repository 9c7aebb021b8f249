import {
  type MyRegistration,
  type Page,
  pageLimits,
  type PageQuery,
  type Register,
  whyNotCancel,
  whyNotRegister,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { isUniqueViolation } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { ActivityRow } from './activity.entity';
import { findActivities, findListed } from './activity.repository';
import { liveKeyOf, type RegistrationRow } from './registration.entity';
import {
  countBefore,
  findHers,
  findNewestOfHers,
  insertRegistration,
  moveRegistrations,
} from './registration.repository';
import { giveBack, holdSeats, joinQueue, type Queue, takeSeats } from './seats.repository';
import { registrationView } from './views';
import { WaitingList } from './waiting-list.service';

@Injectable()
export class Registrations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly waitingList: WaitingList,
  ) {}

  /** She has her seats, or waits for them. */
  async register(
    tx: EntityManager,
    accountId: string,
    activityId: string,
    { seats = 1 }: Register,
  ): Promise<MyRegistration> {
    const activity = await this.openActivity(tx, activityId);
    refuseMoreThanAll(seats, activity);
    const now = this.clock.now();

    // What was read may be old: with room only the UPDATE decides, and without it the queue looks again.
    const hasRoom = activity.taken + seats <= activity.seats;
    const isSeated = hasRoom && (await takeSeats(tx, activityId, seats, now));
    const queue = isSeated ? undefined : await this.join(tx, activityId, now);
    const queueNumber = queue?.queued ?? null;
    const row = rowFor({ activityId, accountId, seats, queueNumber, registeredAt: now });
    await this.insert(tx, row);

    if (!queue) return registrationView(row, activity, 0);
    if (queue.taken === queue.seats) return registrationView(row, activity, queue.waiting - 1);
    await this.waitingList.promote(tx, activityId);
    return this.hers(tx, accountId, row.id);
  }

  async cancel(tx: EntityManager, accountId: string, id: string): Promise<MyRegistration> {
    const { activityId } = await this.rowOf(tx, accountId, id);
    await holdSeats(tx, activityId);
    const row = await this.rowOf(tx, accountId, id);
    const activity = await tx.findOneByOrFail(ActivityRow, { id: activityId });
    const reason = whyNotCancel(activity, row.state, this.clock.now());
    if (reason) throw new Refusal(reason);

    await this.giveBack(tx, row);
    return registrationView({ ...row, state: 'cancelled' }, activity, 0);
  }

  /** Whatever the time: she is leaving altogether. */
  async giveUp(tx: EntityManager, accountId: string, id: string): Promise<void> {
    const { activityId } = await this.rowOf(tx, accountId, id);
    await holdSeats(tx, activityId);
    const row = await this.rowOf(tx, accountId, id);
    if (row.state !== 'cancelled') await this.giveBack(tx, row);
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

  /** After `holdSeats`. */
  private async giveBack(tx: EntityManager, row: RegistrationRow): Promise<void> {
    const { activityId, seats, state } = row;
    await moveRegistrations(tx, [row], state, 'cancelled');
    const held = state === 'waiting' ? { seats: 0, waiting: 1 } : { seats, waiting: 0 };
    await giveBack(tx, activityId, held);
    await this.waitingList.promote(tx, activityId);
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

  private async join(tx: EntityManager, id: string, now: number): Promise<Queue> {
    const queue = await joinQueue(tx, id, now);
    if (queue) return queue;
    const activity = await tx.findOneByOrFail(ActivityRow, { id });
    throw new Refusal(whyNotRegister(activity, undefined, now) ?? 'activity_closed');
  }

  private async insert(tx: EntityManager, row: RegistrationRow): Promise<void> {
    try {
      await insertRegistration(tx, row);
    } catch (fault) {
      throw isUniqueViolation(fault) ? new Refusal('already_registered') : fault;
    }
  }
}

const rowFor = (asked: Omit<RegistrationRow, 'id' | 'state' | 'liveKey'>): RegistrationRow => ({
  ...asked,
  id: newId(),
  state: asked.queueNumber === null ? 'registered' : 'waiting',
  liveKey: liveKeyOf(asked.activityId, asked.accountId),
});

function refuseMoreThanAll(seats: number, activity: ActivityRow): void {
  if (seats <= activity.seats) return;
  const say = `这个活动一共 ${activity.seats} 个名额。少选几个。`;
  throw new Refusal('bad_input', { fields: { seats: say } });
}
