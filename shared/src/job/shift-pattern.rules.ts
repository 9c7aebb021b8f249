import { addDays, daysBetween, momentAt, type Day, weekdayOf } from '../day';
import { readClockTime } from '../womens-home/opening-hours';
import { jobLimits, type ShiftPattern } from './job';

/** A shift that a pattern asks for; moments in Unix milliseconds. */
export interface PlannedShift {
  startsAt: number;
  endsAt: number;
  places: number;
  /** Which of the patterns asks for it. */
  pattern: number;
}

const daysOf = ({ from, to, weekdays }: ShiftPattern): Day[] => {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
  return days.filter((day) => weekdays.includes(weekdayOf(day)));
};

const shiftsOf = (pattern: ShiftPattern, at: number): PlannedShift[] =>
  daysOf(pattern).map((day) => ({
    startsAt: momentAt(day, readClockTime(pattern.starts) ?? 0),
    endsAt: momentAt(day, readClockTime(pattern.ends) ?? 0),
    places: pattern.places,
    pattern: at,
  }));

/** Two shifts of one post are the same when they begin and end together. */
export const shiftKey = ({ startsAt, endsAt }: Pick<PlannedShift, 'startsAt' | 'endsAt'>): string =>
  `${startsAt} ${endsAt}`;

/** Every shift of the patterns that begins after the moment (Unix milliseconds), by pattern and day. */
export const shiftsAfter = (patterns: readonly ShiftPattern[], moment: number): PlannedShift[] =>
  patterns.flatMap(shiftsOf).filter(({ startsAt }) => startsAt > moment);

function* faultsOf({ starts, ends, from, to }: ShiftPattern): Generator<[string, string]> {
  if ((readClockTime(starts) ?? 0) >= (readClockTime(ends) ?? 0))
    yield ['ends', '下班要晚于上班，而且在同一天。'];
  if (from > to) yield ['to', '最后一天不能早于第一天。'];
  else if (daysBetween(from, to) >= jobLimits.patternDays)
    yield ['to', `一次最多排 ${jobLimits.patternDays} 天。把最后一天提前。`];
}

function* repeatedIn(patterns: readonly ShiftPattern[]): Generator<number> {
  const seen = new Map<string, number>();
  for (const shift of patterns.flatMap(shiftsOf)) {
    const first = seen.get(shiftKey(shift)) ?? shift.pattern;
    if (first !== shift.pattern) yield shift.pattern;
    seen.set(shiftKey(shift), first);
  }
}

/** What single fields of the patterns cannot say, by path: `shiftPatterns.0.ends`. Empty when all is well. */
export function patternFaults(patterns: readonly ShiftPattern[]): Record<string, string> {
  const faults = patterns.flatMap((pattern, at) =>
    [...faultsOf(pattern)].map(([name, say]) => [`shiftPatterns.${at}.${name}`, say]),
  );
  if (faults.length > 0) return Object.fromEntries(faults) as Record<string, string>;

  const repeated = [...repeatedIn(patterns)].map((at) => [
    `shiftPatterns.${at}.starts`,
    '前面已经有同样时间的班次。合成一个，或换个时间。',
  ]);
  return Object.fromEntries(repeated) as Record<string, string>;
}
