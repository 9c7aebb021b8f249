import { dayOf, minuteOf } from '../day';
import type { RefusalCode } from '../refusal';
import { readClockTime } from '../womens-home/opening-hours';
import type { JobState } from './job';
import type { BookingState } from './shift';

/** What the rules need to know of a shift; moments in Unix milliseconds. */
export interface BookableShift {
  jobState: JobState;
  cancelled: boolean;
  startsAt: number;
  placesLeft: number;
}

/** Why she cannot book this shift now; undefined when she can. */
export function whyNotBook(
  shift: BookableShift,
  mine: BookingState | undefined,
  now: number,
): RefusalCode | undefined {
  if (mine === 'booked') return 'already_booked';
  if (shift.jobState !== 'published' || shift.cancelled) return 'job_closed';
  if (now >= shift.startsAt) return 'shift_started';
  return shift.placesLeft < 1 ? 'shift_full' : undefined;
}

/** Why she cannot cancel her booking now. */
export function whyNotCancelBooking(
  mine: BookingState,
  startsAt: number,
  now: number,
): RefusalCode | undefined {
  if (mine === 'cancelled') return 'booking_cancelled';
  return now >= startsAt ? 'shift_started' : undefined;
}

/** 接得到孩子: the shift is over before she has to be at the school gate, and not just then. Midnight ends its day. */
export const endsInTime = (endsAt: number, pickUp: string): boolean =>
  (minuteOf(endsAt) || 24 * 60) < (readClockTime(pickUp) ?? 0);

/** What keeps her from booking for the nearest days; moments in Unix milliseconds, null when there is none. */
export type Fullness =
  | { kind: 'no_shifts' }
  | { kind: 'all_full' }
  | { kind: 'free' }
  | { kind: 'full_until'; freeAt: number };

/** Sold out for now: the first day with shifts has no place, and which day is the next that has. */
export function fullnessOf(comingFrom: number | null, nextFreeAt: number | null): Fullness {
  if (comingFrom === null) return { kind: 'no_shifts' };
  if (nextFreeAt === null) return { kind: 'all_full' };
  const isSameDay = dayOf(comingFrom) === dayOf(nextFreeAt);
  return isSameDay ? { kind: 'free' } : { kind: 'full_until', freeAt: nextFreeAt };
}
