import type { Weekday } from '@niangjia/shared';
import { field } from '../platform/http/field';

const isWeekday = (value: unknown): value is Weekday =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 7;

function whyNotWeekdays(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return '选一下星期几上班。';
  const isPlain = value.every(isWeekday) && new Set(value).size === value.length;
  return isPlain ? undefined : '星期用 1 到 7，每个只写一次。';
}

const weekdays = {
  type: 'array',
  items: { type: 'integer', minimum: 1, maximum: 7 },
  minItems: 1,
  maxItems: 7,
} as const;

/** Days of the week, Monday is 1, each once. */
export const WeekdaysField = () => field('list', whyNotWeekdays, weekdays, {});
