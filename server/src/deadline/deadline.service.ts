import { Injectable } from '@nestjs/common';
import {
  type Day,
  type Deadline,
  type DeadlineRuleCode,
  dayOf,
  type Due,
  dueOf,
  momentAt,
  spanOf,
  type WhoAsks,
  whyNotRunning,
} from '@niangjia/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Clock, toTheMinute } from '../platform/clock';
import { isWorkingDay } from '../platform/holidays';
import { DeadlineRow } from './deadline.entity';
import {
  changeClock,
  closeEscalations,
  findClock,
  findClocks,
  findExtensions,
  openEscalation,
} from './deadline.repository';
import { deadlineView, type Looking, lookingAt } from './deadline.view';
import { firstLook } from './looks';

export interface NewClock {
  subjectId: string;
  rule: DeadlineRuleCode;
  /** Unix milliseconds; kept to the minute. */
  startedAt: number;
  who?: WhoAsks;
  /** Where no law names the days. */
  ownDays?: number;
}

const known: WhoAsks = { nameKnown: true, addressKnown: true };
const dayMs = 86_400_000;

export const dueOfRow = ({ dueDay, dueAt }: DeadlineRow): Due | undefined =>
  dueDay === null ? undefined : { day: dueDay, at: dueAt };

/** The statutory clocks of case tickets and whatever else has one. */
@Injectable()
export class Deadlines {
  constructor(private readonly clock: Clock) {}

  /** Starts a clock on a day. One that stands already stays as it is. */
  async start(
    tx: EntityManager,
    subjectId: string,
    rule: DeadlineRuleCode,
    startsOn: Day,
    who: WhoAsks = known,
  ): Promise<void> {
    await this.begin(tx, { subjectId, rule, startedAt: momentAt(startsOn, 0), who });
  }

  /** Starts a clock, or keeps down why it does not run; answers whether there was none before. */
  async begin(tx: EntityManager, clock: NewClock): Promise<boolean> {
    const { subjectId, rule, who = known, ownDays = null } = clock;
    if (await tx.existsBy(DeadlineRow, { subjectId, rule })) return false;

    const startedAt = toTheMinute(clock.startedAt);
    const exempt = whyNotRunning(rule, who);
    const due = exempt ? undefined : dueOf(spanOf(rule, ownDays), startedAt, isWorkingDay);
    await tx.insert(DeadlineRow, {
      subjectId,
      rule,
      startedAt,
      ownDays,
      dueDay: due?.day ?? null,
      dueAt: due?.at ?? null,
      whyNot: exempt ?? (due ? null : 'calendar_not_covered'),
      metOn: null,
      told: null,
      lookAt: exempt ? null : this.nextLook(rule, due),
    });
    return true;
  }

  /** The first time counts; answers whether this was it. A clock that no law lets run is not met. */
  async meet(
    tx: EntityManager,
    subjectId: string,
    rule: DeadlineRuleCode,
    day: Day,
  ): Promise<boolean> {
    const clock = await findClock(tx, { subjectId, rule });
    if (!clock || clock.metOn !== null || clock.whyNot === 'name_or_address_unknown') return false;
    const asSeen = { subjectId, rule, metOn: IsNull() };
    await tx.update(DeadlineRow, asSeen, { metOn: day, lookAt: null });
    await closeEscalations(tx, { subjectId, rule });
    return true;
  }

  /** What was met is open again, and told from where it stood; the day on which it is due stays the same. */
  async reopen(tx: EntityManager, subjectId: string, rule: DeadlineRuleCode): Promise<void> {
    const row = await findClock(tx, { subjectId, rule });
    if (!row) return;
    const lookAt =
      row.whyNot === 'name_or_address_unknown' ? null : this.nextLook(rule, dueOfRow(row));
    await changeClock(tx, row, { metOn: null, lookAt });
    if (row.told === 'escalated') await openEscalation(tx, row);
  }

  /** What it counted for is over; it may begin anew. */
  async end(tx: EntityManager, subjectId: string, rule: DeadlineRuleCode): Promise<void> {
    await tx.delete(DeadlineRow, { subjectId, rule });
  }

  /** Nothing more is told of what was withdrawn. */
  async rest(tx: EntityManager, subjectId: string): Promise<void> {
    await tx.update(DeadlineRow, { subjectId }, { lookAt: null });
    await closeEscalations(tx, { subjectId });
  }

  /** Refuses nothing: what has no clock has none. */
  async of(
    db: EntityManager,
    subjectIds: string[],
    looking: Looking = lookingAt(dayOf(this.clock.now())),
  ): Promise<Map<string, Deadline[]>> {
    const [rows, extensions] = await Promise.all([
      findClocks(db, subjectIds),
      findExtensions(db, subjectIds),
    ]);
    const extensionOf = ({ subjectId, rule }: DeadlineRow) =>
      extensions.find((one) => one.subjectId === subjectId && one.rule === rule) ?? null;
    const ofOne = (id: string) =>
      rows
        .filter(({ subjectId }) => subjectId === id)
        .map((row) => deadlineView(row, extensionOf(row), looking));
    return new Map(subjectIds.map((id) => [id, ofOne(id)]));
  }

  /** What cannot be counted yet is tried again each day; the rest when its first news is due. */
  private nextLook(rule: DeadlineRuleCode, due: Due | undefined): number | null {
    return due ? firstLook(rule, due) : toTheMinute(this.clock.now() + dayMs);
  }
}
