import { whyNotWait } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { ActivityRow } from './activity.entity';
import type { RegistrationRow } from './registration.entity';
import { findFirstWaiting, moveRegistrations } from './registration.repository';
import { seatWaiting } from './seats.repository';
import { toldPromoted } from './told';

const mostAtOnce = 500;

const seatsOf = (rows: readonly RegistrationRow[]): number =>
  rows.reduce((sum, { seats }) => sum + seats, 0);

/** Those in the order given whom the free seats fit, each after those before it. */
function fitting(waiting: readonly RegistrationRow[], free: number): RegistrationRow[] {
  let left = free;
  return waiting.filter(({ seats }) => {
    if (seats > left) return false;
    left -= seats;
    return true;
  });
}

@Injectable()
export class WaitingList {
  constructor(
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  /**
   * Gives free seats to those who wait, first come first; a party too large for them is passed over and
   * stays first. Only in a transaction that has changed the activity's row. After it nobody waits whom
   * the free seats fit, so that a newcomer who finds room passes nobody. It ends when she could not give
   * the seats back any more; from then on free seats are for whoever asks.
   */
  async promote(tx: EntityManager, activityId: string): Promise<void> {
    const activity = await tx.findOneByOrFail(ActivityRow, { id: activityId });
    if (activity.state === 'cancelled' || whyNotWait(activity, this.clock.now())) return;

    let free = activity.seats - activity.taken;
    while (free > 0) {
      const rows = fitting(await findFirstWaiting(tx, activityId, free, mostAtOnce), free);
      if (rows.length === 0) return;
      await this.seat(tx, activity, rows);
      free -= seatsOf(rows);
    }
  }

  private async seat(tx: EntityManager, activity: ActivityRow, rows: RegistrationRow[]) {
    await moveRegistrations(tx, rows, 'waiting', 'registered');
    await seatWaiting(tx, activity.id, { seats: seatsOf(rows), waiting: rows.length });
    const accountIds = rows.map(({ accountId }) => accountId);
    await this.notifications.tell(tx, accountIds, toldPromoted(activity));
  }
}
