import {
  dayOf,
  minuteOf,
  type IsHoliday,
  type OpenInterval,
  type OpeningHours,
  readClockTime,
  weekdayOf,
} from '@niangjia/shared';

const dawn = 6 * 60;
const slots = 32;
const slotMinutes = 30;
/** The 32 half hours from six to ten at night, then all other hours, the weekdays, and holidays. */
const nightBit = slots;
const weekdayBits = nightBit + 1;
const holidayBit = weekdayBits + 7;

function bitAt(minute: number): number {
  const slot = Math.floor((minute - dawn) / slotMinutes);
  return slot >= 0 && slot < slots ? slot : nightBit;
}

const minuteBits = ({ opens, closes }: OpenInterval): number[] => {
  const [from, to] = [readClockTime(opens) ?? 0, readClockTime(closes) ?? 0];
  const starts = Array.from({ length: 48 }, (_, slot) => slot * slotMinutes);
  return starts.filter((start) => start + slotMinutes > from && start < to).map(bitAt);
};

const sumOf = (bits: Iterable<number>): number =>
  [...new Set(bits)].reduce((sum, bit) => sum + 2 ** bit, 0);

/**
 * When a home may be open, as one number that an index can hold: half hours, weekdays and holidays
 * on which it is open at least once. It may say yes where the hours say no, never the other way.
 */
export function openBitsOf({ weekly, onHolidays, overrides }: OpeningHours): number {
  const other = overrides.flatMap(({ intervals }) => intervals);
  const openDays = weekly.flatMap((intervals, at) => (intervals.length > 0 ? [at] : []));
  const days = other.length > 0 ? [0, 1, 2, 3, 4, 5, 6] : openDays;
  const onHoliday = onHolidays === 'as_usual' || other.length > 0;
  return sumOf([
    ...[...weekly.flat(), ...other].flatMap(minuteBits),
    ...days.map((day) => weekdayBits + day),
    ...(onHoliday ? [holidayBit] : []),
  ]);
}

/** The bits that a home open at this moment must have. */
export function openBitsAt(moment: number, isHoliday: IsHoliday): number {
  const day = dayOf(moment);
  const bits = [bitAt(minuteOf(moment)), weekdayBits + weekdayOf(day) - 1];
  return sumOf(isHoliday(day) ? [...bits, holidayBit] : bits);
}
