import { addDays, type Day, dayOf, momentAt } from '../day';
import type { Span } from './deadline.table';

/** Undefined for a day whose year, or the one after it, has no holiday notice yet. */
export type IsWorkingDay = (day: Day) => boolean | undefined;

const hourMs = 3_600_000;
const daysOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** To the same day of a later month, or its last day where it has none: 民法典 art. 202. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const later = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(later / 12), (later % 12) + 1];
  const last = Math.min(dayOfMonth, daysOfMonth(laterYear, laterMonth));
  return `${laterYear}-${twoDigits(laterMonth)}-${twoDigits(last)}`;
}

/** The last of so many working days after the day; undefined when one on the way is not known. */
export function addWorkingDays(
  day: Day,
  count: number,
  isWorkingDay: IsWorkingDay,
): Day | undefined {
  let here = day;
  for (let counted = 0; counted < count;) {
    here = addDays(here, 1);
    const works = isWorkingDay(here);
    if (works === undefined) return undefined;
    if (works) counted += 1;
  }
  return here;
}

/** Working days after the first up to and with the second, which is not before it; undefined as above. */
export function workingDaysBetween(
  from: Day,
  to: Day,
  isWorkingDay: IsWorkingDay,
): number | undefined {
  let counted = 0;
  for (let here = from; here < to;) {
    here = addDays(here, 1);
    const works = isWorkingDay(here);
    if (works === undefined) return undefined;
    if (works) counted += 1;
  }
  return counted;
}

export interface Due {
  /** The last day on which it is in time. A holiday does not move it: who is early is in time. */
  day: Day;
  /** The moment, in Unix milliseconds, of a clock that counts hours. */
  at: number | null;
}

/** When a clock that starts at that moment runs out; undefined when the calendar does not reach so far. */
export function dueOf(
  { unit, count }: Span,
  startedAt: number,
  isWorkingDay: IsWorkingDay,
): Due | undefined {
  const from = dayOf(startedAt);
  if (unit === 'hour') {
    const at = startedAt + count * hourMs;
    return { day: dayOf(at), at };
  }
  if (unit === 'day') return { day: addDays(from, count), at: null };
  if (unit === 'month') return { day: addMonths(from, count), at: null };
  const day = addWorkingDays(from, count, isWorkingDay);
  return day === undefined ? undefined : { day, at: null };
}

/** The moment from which it is late, in Unix milliseconds. */
export const lateFrom = ({ day, at }: Due): number => at ?? momentAt(addDays(day, 1), 0);
