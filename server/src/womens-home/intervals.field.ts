import { type OpenInterval, openingHoursLimits, whyNotIntervals } from '@niangjia/shared';
import { field } from '../platform/http/field';

const most = openingHoursLimits.intervalsPerDay;
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function isInterval(value: unknown): value is OpenInterval {
  if (typeof value !== 'object' || value === null) return false;
  const { opens, closes, ...others } = value as Record<string, unknown>;
  const isWhole = typeof opens === 'string' && typeof closes === 'string';
  return isWhole && Object.keys(others).length === 0;
}

function whyNotDay(value: unknown): string | undefined {
  if (!Array.isArray(value) || !value.every(isInterval)) return '每个时段只写 opens 和 closes。';
  if (value.length > most) return `一天最多 ${most} 个时段。`;
  return whyNotIntervals(value);
}

function whyNotWeek(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length !== weekdays.length) {
    return '从周一到周日写七天，休息的那天留空。';
  }
  const faults = value.map((day, at) => [weekdays[at], whyNotDay(day)]).filter(([, why]) => why);
  return faults.length > 0 ? faults.map((fault) => fault.join('：')).join('') : undefined;
}

const interval = {
  type: 'object',
  properties: { opens: { type: 'string' }, closes: { type: 'string' } },
  required: ['opens', 'closes'],
  additionalProperties: false,
};
const intervals = { type: 'array', items: interval, maxItems: most } as const;

/** The intervals of one day, `[{ opens, closes }]` in order; none when it stays closed. */
export const IntervalsField = () => field('list', whyNotDay, intervals, {});

/** Seven lists of intervals, Monday first. Every faulty day is named. */
export const WeekField = () =>
  field('list', whyNotWeek, { type: 'array', items: intervals, minItems: 7, maxItems: 7 }, {});
