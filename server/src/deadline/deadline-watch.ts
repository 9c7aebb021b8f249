import { dueOf, spanOf } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, toTheMinute } from '../platform/clock';
import { isWorkingDay } from '../platform/holidays';
import { newId } from '../platform/ids';
import { DeadlineEscalationRow } from './deadline-escalation.entity';
import type { DeadlineRow } from './deadline.entity';
import { clocksToLookAt, type LookAfter, takeLook } from './deadline.repository';
import { dueOfRow } from './deadline.service';
import { firstLook, type News, planAt } from './looks';

const batch = 200;
const dayMs = 86_400_000;

/** Which clocks have news for staff. Any number of servers may ask at once: each piece is told by one. */
@Injectable()
export class DeadlineWatch {
  constructor(private readonly clock: Clock) {}

  /** The next of those that are to be looked at now, after the last one of the batch before. */
  next(db: EntityManager, after: LookAfter | undefined): Promise<DeadlineRow[]> {
    return clocksToLookAt(db, this.clock.now(), after, batch).getMany();
  }

  /** What is to be told of it now; none when another server was first, or it was met meanwhile. */
  async take(tx: EntityManager, row: DeadlineRow): Promise<News[]> {
    if (row.whyNot === 'calendar_not_covered') return this.countAgain(tx, row);
    const due = dueOfRow(row);
    if (!due) return [];
    const { now, told, lookAt } = planAt(row.rule, due, row.told, this.clock.now());
    return (await takeLook(tx, row, { told, lookAt })) ? now : [];
  }

  async escalate(tx: EntityManager, row: DeadlineRow, federationId: string): Promise<void> {
    if (row.dueDay === null) return;
    await tx.insert(DeadlineEscalationRow, {
      id: newId(),
      federationId,
      subjectId: row.subjectId,
      rule: row.rule,
      dueDay: row.dueDay,
      escalatedAt: this.clock.now(),
      open: true,
    });
  }

  /** The calendar may reach further by now. The first news, if it is due, comes with the next look. */
  private async countAgain(tx: EntityManager, row: DeadlineRow): Promise<News[]> {
    const span = spanOf(row.rule, row.ownDays);
    const due = dueOf(span, row.startedAt ?? 0, isWorkingDay);
    if (!due) {
      await takeLook(tx, row, { lookAt: toTheMinute(this.clock.now() + dayMs) });
      return [];
    }
    const counted = { dueDay: due.day, dueAt: due.at, whyNot: null };
    const lookAt = firstLook(row.rule, due);
    return (await takeLook(tx, row, { ...counted, lookAt })) ? ['counted'] : [];
  }
}
