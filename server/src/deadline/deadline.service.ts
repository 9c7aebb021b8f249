import { Injectable } from '@nestjs/common';
import {
  type Day,
  type Deadline,
  deadlineRules,
  type DeadlineRuleCode,
  dueDay,
  type WhoAsks,
  whyNotRunning,
} from '@niangjia/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { DeadlineRow } from './deadline.entity';

/** The statutory clocks of case tickets and whatever else has one. */
@Injectable()
export class Deadlines {
  /** Starts a clock, or keeps down why it does not run. One that stands already stays as it is. */
  async start(
    tx: EntityManager,
    subjectId: string,
    rule: DeadlineRuleCode,
    startsOn: Day,
    who: WhoAsks,
  ): Promise<void> {
    if (await tx.existsBy(DeadlineRow, { subjectId, rule })) return;

    const whyNot = whyNotRunning(rule, who) ?? null;
    const due = whyNot === null ? dueDay(rule, startsOn) : null;
    await tx.insert(DeadlineRow, { subjectId, rule, dueDay: due, whyNot, metOn: null });
  }

  /** The first time counts. A clock that does not run is not met. */
  async meet(
    tx: EntityManager,
    subjectId: string,
    rule: DeadlineRuleCode,
    day: Day,
  ): Promise<void> {
    const running = { subjectId, rule, whyNot: IsNull(), metOn: IsNull() };
    await tx.update(DeadlineRow, running, { metOn: day });
  }

  /** What was met is open again; the day on which it is due stays the same. */
  async reopen(tx: EntityManager, subjectId: string, rule: DeadlineRuleCode): Promise<void> {
    await tx.update(DeadlineRow, { subjectId, rule }, { metOn: null });
  }

  async of(reader: EntityManager, subjectIds: string[]): Promise<Map<string, Deadline[]>> {
    const rows = await reader.find(DeadlineRow, {
      where: { subjectId: In(subjectIds) },
      order: { rule: 'ASC' },
    });
    const ofOne = (id: string) => rows.filter((row) => row.subjectId === id).map(view);
    return new Map(subjectIds.map((id) => [id, ofOne(id)]));
  }
}

function view({ rule, dueDay: due, whyNot, metOn }: DeadlineRow): Deadline {
  const { article, what } = deadlineRules[rule];
  return { rule, article, what, dueDay: due, whyNot, metOn };
}
