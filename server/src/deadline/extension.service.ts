import {
  addDays,
  type AskExtension,
  type Day,
  dayOf,
  type DeadlineRuleCode,
  deadlineRules,
  whyNotDecide,
  whyNotExtend,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { DeadlineExtensionRow } from './deadline-extension.entity';
import {
  changeClock,
  type ClockKey,
  closeEscalations,
  findClock,
  findExtension,
} from './deadline.repository';
import { firstLook } from './looks';

interface Decided {
  askedBy: string;
  dueDay: Day;
  days: number;
}

const clockFound = async (tx: EntityManager, key: ClockKey) => {
  const clock = await findClock(tx, key);
  if (!clock) throw new Refusal('deadline_not_found');
  return clock;
};

const mostDays = (rule: DeadlineRuleCode): number => deadlineRules[rule].extendableByDays ?? 0;

/** 信访工作条例 art. 34: once, by 30 days at most, when the head of the unit approves. */
@Injectable()
export class Extensions {
  constructor(private readonly clock: Clock) {}

  /** The subject was taken before: two who ask come one after the other. */
  async ask(
    tx: EntityManager,
    key: ClockKey,
    accountId: string,
    { days }: Pick<AskExtension, 'days'>,
  ): Promise<void> {
    const clock = await clockFound(tx, key);
    const before = await findExtension(tx, key);
    const reason = whyNotExtend({ ...clock, extension: before }, this.today());
    if (reason) throw new Refusal(reason);
    const most = mostDays(key.rule);
    if (days > most)
      throw new Refusal('bad_input', { fields: { days: `最多延长 ${most} 天。改小一些。` } });

    const { subjectId, rule } = key;
    await tx.delete(DeadlineExtensionRow, { subjectId, rule, state: 'declined' });
    await tx.insert(DeadlineExtensionRow, {
      ...key,
      state: 'asked',
      days,
      originalDueDay: clock.dueDay!,
      askedByAccountId: accountId,
      askedAt: toTheMinute(this.clock.now()),
      decidedByAccountId: null,
      decidedAt: null,
    });
  }

  /** Answers the day on which it is due now. Too late, nobody approves any more; declining always goes. */
  async decide(
    tx: EntityManager,
    key: ClockKey,
    accountId: string,
    approve: boolean,
  ): Promise<Decided> {
    const clock = await clockFound(tx, key);
    const extension = await findExtension(tx, key);
    const reason = whyNotDecide(clock, extension, accountId);
    if (reason || !extension) throw new Refusal(reason ?? 'extension_not_asked');
    const { askedByAccountId: askedBy, days, originalDueDay } = extension;
    if (approve && originalDueDay < this.today()) throw new Refusal('deadline_over');

    const { subjectId, rule } = key;
    const decided = { decidedByAccountId: accountId, decidedAt: toTheMinute(this.clock.now()) };
    const state = approve ? 'approved' : 'declined';
    await tx.update(DeadlineExtensionRow, { subjectId, rule }, { state, ...decided });
    if (!approve) return { askedBy, days, dueDay: originalDueDay };

    const dueDay = addDays(originalDueDay, days);
    const lookAt = firstLook(rule, { day: dueDay, at: null });
    await changeClock(tx, key, { dueDay, told: null, lookAt });
    await closeEscalations(tx, { subjectId, rule });
    return { askedBy, days, dueDay };
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}
