import {
  dayInWords,
  dayOf,
  endsInTime,
  fullnessOf,
  minuteInWords,
  minuteOf,
  readRfc3339,
  whyNotBook,
  type BookingState,
  type Day,
  type Job,
  type MyBooking,
  type RefusalCode,
  type Shift,
} from '@niangjia/shared';

const at = (moment: string): number => readRfc3339(moment) ?? 0;

const fenPerYuan = 100;

/** `每小时 20.5 元`, `按件算钱` */
export function payInWords({ payPerHourFen }: Job): string {
  if (payPerHourFen === null) return '按件算钱';
  return `每小时 ${payPerHourFen / fenPerYuan} 元`;
}

/** `08:30–16:00` */
export const hoursOf = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): string =>
  `${minuteInWords(minuteOf(at(startsAt)))}–${minuteInWords(minuteOf(at(endsAt)) || endOfDay)}`;

const endOfDay = 24 * 60;

/** `周四 11月26日 08:30–16:00` */
export const shiftInWords = (shift: Pick<Shift, 'startsAt' | 'endsAt'>): string =>
  `${dayInWords(dayOf(at(shift.startsAt)))} ${hoursOf(shift)}`;

export type LiveBooking = MyBooking & { state: Exclude<BookingState, 'cancelled'> };

export const isLive = (mine: MyBooking): mine is LiveBooking => mine.state !== 'cancelled';

/** Her booking while it counts: a cancelled one is as none. */
export const liveBookingOf = ({ mine }: Shift): LiveBooking | undefined =>
  mine && isLive(mine) ? mine : undefined;

/** Why she cannot book the shift; `now` in Unix milliseconds. */
export const whyNotThis = (job: Job, shift: Shift, now: number): RefusalCode | undefined =>
  whyNotBook(
    {
      jobState: job.state,
      cancelled: shift.cancelled,
      startsAt: at(shift.startsAt),
      placesLeft: shift.placesLeft,
    },
    liveBookingOf(shift)?.state,
    now,
  );

/** 接得到孩子: whether it is over by then, `HH:MM`. */
export const isOverBy = ({ endsAt }: Shift, pickUp: string): boolean =>
  endsInTime(at(endsAt), pickUp);

/** The shifts under the day on which they begin, in the order given. */
export function byDay(shifts: readonly Shift[]): [Day, Shift[]][] {
  const days = new Map<Day, Shift[]>();
  for (const shift of shifts) {
    const day = dayOf(at(shift.startsAt));
    days.set(day, [...(days.get(day) ?? []), shift]);
  }
  return [...days];
}

const maybeAt = (moment: string | null): number | null => (moment === null ? null : at(moment));

/** `近期约满，最早周四 11月26日有空位`; undefined while the next day with shifts has a place. */
export function fullnessInWords({ comingFrom, nextFreeAt }: Job): string | undefined {
  const full = fullnessOf(maybeAt(comingFrom), maybeAt(nextFreeAt));
  if (full.kind === 'free') return undefined;
  if (full.kind === 'no_shifts') return '近期没有排班，过几天再来看看';
  if (full.kind === 'all_full') return '近期约满，有人取消才有空位';
  return `近期约满，最早${dayInWords(dayOf(full.freeAt))}有空位`;
}

/** `还有 2 位` */
export function placesInWords(shift: Shift): string {
  if (shift.cancelled) return '取消了';
  if (liveBookingOf(shift)) return '您约了';
  return shift.placesLeft > 0 ? `还有 ${shift.placesLeft} 位` : '约满了';
}
