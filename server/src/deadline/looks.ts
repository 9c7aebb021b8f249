import {
  addDays,
  type DeadlineRuleCode,
  deadlineRules,
  type Due,
  escalateAfterDays,
  lateFrom,
  momentAt,
  type Told,
} from '@niangjia/shared';

export type Step = Exclude<Told, 'nothing'>;

/** What there is to do about a clock: tell of it, or take note of the day that it got only now. */
export type News = Step | 'counted';

interface Look {
  step: Step;
  at: number;
}

/** Staff read it in the morning, not at night. */
const morning = 8 * 60;

/** What is to be told of a clock and when, first to last. */
function looksOf(rule: DeadlineRuleCode, due: Due): Look[] {
  const { duty, warnDays } = deadlineRules[rule];
  const warned: Look = { step: 'warned', at: momentAt(addDays(due.day, -warnDays), morning) };
  const overdue: Look = { step: 'overdue', at: due.at ?? lateFrom(due) + morning * 60_000 };
  const escalatedOn = addDays(due.day, 1 + escalateAfterDays);
  const escalated: Look = { step: 'escalated', at: momentAt(escalatedOn, morning) };
  if (duty === 'right') return [warned];
  return duty === 'ours' ? [warned, overdue, escalated] : [overdue];
}

export interface Plan {
  /** What is to be told now; of several that came together no warning. */
  now: Step[];
  told: Step | null;
  lookAt: number | null;
}

/** When anything is to be told of it first; in the past when that is due already. */
export const firstLook = (rule: DeadlineRuleCode, due: Due): number | null =>
  looksOf(rule, due)[0]?.at ?? null;

/**
 * What is to be told at this moment, after what was told before, and when to look again. After a stop it
 * catches up; a clock that was set back tells nothing twice.
 */
export function planAt(rule: DeadlineRuleCode, due: Due, told: Step | null, moment: number): Plan {
  const looks = looksOf(rule, due);
  const left = looks.slice(looks.findIndex(({ step }) => step === told) + 1);
  const reached = left.filter(({ at }) => at <= moment).map(({ step }) => step);
  return {
    now: reached.filter((step) => step !== 'warned' || reached.length === 1),
    told: reached.at(-1) ?? told,
    lookAt: left.find(({ at }) => at > moment)?.at ?? null,
  };
}
