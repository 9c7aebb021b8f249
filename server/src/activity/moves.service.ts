import {
  activityTransitions,
  type DeskActivity,
  mayMove,
  type MoveActivity,
  whyNotCancelActivity,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import type { ActivityRow } from './activity.entity';
import { moveActivity } from './desk.repository';
import { DeskActivities } from './desk.service';
import { findAllLive, moveRegistrations } from './registration.repository';
import { toldCancelled } from './told';

/** Publishes, closes, opens again and cancels activities. */
@Injectable()
export class ActivityMoves {
  constructor(
    private readonly clock: Clock,
    private readonly desk: DeskActivities,
    private readonly notifications: Notifications,
  ) {}

  async move(
    tx: EntityManager,
    person: Person,
    id: string,
    { to, reason }: MoveActivity,
  ): Promise<DeskActivity> {
    const activity = await this.desk.rowOf(tx, person, id);
    if (!mayMove(activityTransitions, activity.state, to))
      throw new Refusal('activity_wrong_state');
    if (to === 'published') this.refuseTooLate(activity);
    if (to === 'cancelled') this.refuseBegun(activity);
    if (to === 'cancelled' && reason === undefined) throw new Refusal('cancel_needs_reason');

    const updatedAt = this.clock.now();
    const cancelReason = to === 'cancelled' ? reason! : null;
    const moved = { state: to, cancelReason, updatedAt };
    if (!(await moveActivity(tx, id, activity.state, moved)))
      throw new Refusal('activity_wrong_state');
    if (cancelReason !== null) await this.cancelAll(tx, activity, cancelReason);

    await this.desk.note(tx, person, id, to);
    return this.desk.one(tx, person, id);
  }

  private refuseTooLate({ registrationClosesAt }: ActivityRow): void {
    if (registrationClosesAt > this.clock.now()) return;
    const fields = { registrationClosesAt: '报名截止的时间已经过了。先改时间，再开放报名。' };
    throw new Refusal('activity_times_wrong', { fields });
  }

  private refuseBegun(activity: ActivityRow): void {
    const why = whyNotCancelActivity(activity, this.clock.now());
    if (why) throw new Refusal(why);
  }

  private async cancelAll(tx: EntityManager, activity: ActivityRow, reason: string): Promise<void> {
    const rows = await findAllLive(tx, activity.id);
    for (const state of ['registered', 'waiting'] as const) {
      const moving = rows.filter((row) => row.state === state);
      if (moving.length > 0) await moveRegistrations(tx, moving, state, 'cancelled');
    }
    const accountIds = rows.map(({ accountId }) => accountId);
    await this.notifications.tell(tx, accountIds, toldCancelled(activity, reason));
  }
}
