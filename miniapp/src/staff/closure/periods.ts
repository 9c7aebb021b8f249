import { addDays, dayOf, type Day } from '@niangjia/shared';

export const periodNames = ['this_month', 'last_month', 'this_year'] as const;
export type PeriodName = (typeof periodNames)[number];

export const periodLabels: Record<PeriodName, string> = {
  this_month: '这个月',
  last_month: '上个月',
  this_year: '今年',
};

interface Period {
  fromDay: Day;
  toDay: Day;
}

/** Whole days in China; what has not come yet is not in it. */
export function periodOf(name: PeriodName, now: number): Period {
  const today = dayOf(now);
  const firstOfMonth = `${today.slice(0, 8)}01`;
  if (name === 'this_year') return { fromDay: `${today.slice(0, 5)}01-01`, toDay: today };
  if (name === 'this_month') return { fromDay: firstOfMonth, toDay: today };
  const lastDay = addDays(firstOfMonth, -1);
  return { fromDay: `${lastDay.slice(0, 8)}01`, toDay: lastDay };
}
