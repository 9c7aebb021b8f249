import {
  addDays,
  dayOf,
  minuteOf,
  momentAt,
  weekdayOf,
  type Day,
  type MinuteOfDay,
  type Weekday,
} from '../day';

/** A stretch of one day as `HH:MM` in China; `24:00` is the end of the day. */
export interface OpenInterval {
  opens: string;
  closes: string;
}

/** Other hours from one day to another, both included: a holiday, a season. No intervals: closed. */
export interface HoursOverride {
  from: Day;
  to: Day;
  intervals: OpenInterval[];
  reason: string;
}

export interface OpeningHours {
  /** Seven lists, Monday first. An empty one: closed that day. */
  weekly: OpenInterval[][];
  /** On statutory holidays: closed, or the weekly hours. */
  onHolidays: 'closed' | 'as_usual';
  /** The last one that covers a day wins over everything else. */
  overrides: HoursOverride[];
}

export const openingHoursLimits = { intervalsPerDay: 4, overrides: 40, reasonChars: 40 } as const;

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Minutes after midnight for `HH:MM`; undefined when it is not a time of day. */
export function readClockTime(text: string): MinuteOfDay | undefined {
  if (!clockTime.test(text)) return undefined;
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** What is wrong with a day's intervals, in words; undefined when nothing is. */
export function whyNotIntervals(intervals: readonly OpenInterval[]): string | undefined {
  let end = -1;
  for (const { opens, closes } of intervals) {
    const from = readClockTime(opens);
    const to = readClockTime(closes);
    if (from === undefined || to === undefined) return '时间写成 08:30 这样。';
    if (from >= to) return '关门要晚于开门。';
    if (from <= end) return '时段按先后写，不要重叠。';
    end = to;
  }
  return undefined;
}

export type IsHoliday = (day: Day) => boolean;

function intervalsOn(hours: OpeningHours, day: Day, isHoliday: IsHoliday): readonly OpenInterval[] {
  const override = [...hours.overrides].reverse().find(({ from, to }) => from <= day && day <= to);
  if (override) return override.intervals;
  if (hours.onHolidays === 'closed' && isHoliday(day)) return [];
  const weekday: Weekday = weekdayOf(day);
  return hours.weekly[weekday - 1] ?? [];
}

const minutesOf = ({ opens, closes }: OpenInterval): { from: MinuteOfDay; to: MinuteOfDay } => ({
  from: readClockTime(opens) ?? 0,
  to: readClockTime(closes) ?? 0,
});

export interface OpenState {
  isOpen: boolean;
  /** Unix milliseconds; null while closed. */
  closesAt: number | null;
  /** Unix milliseconds; null while open, or when nothing opens within two weeks. */
  opensAt: number | null;
}

const daysAhead = 14;

/** Whether a home is open at a moment (Unix milliseconds), and when that ends. */
export function openStateAt(hours: OpeningHours, moment: number, isHoliday: IsHoliday): OpenState {
  const today = dayOf(moment);
  const now = minuteOf(moment);
  const current = intervalsOn(hours, today, isHoliday)
    .map(minutesOf)
    .find(({ from, to }) => from <= now && now < to);
  if (current) return { isOpen: true, closesAt: momentAt(today, current.to), opensAt: null };

  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    const next = intervalsOn(hours, day, isHoliday)
      .map(minutesOf)
      .find(({ from }) => ahead > 0 || from > now);
    if (next) return { isOpen: false, closesAt: null, opensAt: momentAt(day, next.from) };
  }
  return { isOpen: false, closesAt: null, opensAt: null };
}

/** “下班后还开”: open at seven in the evening of that day. */
export const afterWorkMinute: MinuteOfDay = 19 * 60;
