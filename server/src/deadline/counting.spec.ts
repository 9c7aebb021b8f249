import {
  addDays,
  addMonths,
  addWorkingDays,
  type Day,
  daysBetween,
  dueOf,
  momentAt,
  weekdayOf,
  workingDaysBetween,
} from '@niangjia/shared';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { isWorkingDay } from '../platform/holidays';

/** The calendar's own list, read and counted by other means than the code does. */
interface Published {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}
const published = JSON.parse(
  readFileSync(join(dirname(require.resolve('chinese-days')), 'chinese-days.json'), 'utf8'),
) as Published;

function isWorkingDayByTheList(day: Day): boolean {
  if (day in published.workdays) return true;
  if (day in published.holidays) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** All working days of the covered years in one list; the fifth after a day is five places further on. */
const [firstDay, lastDay] = ['2004-01-01', '2026-12-24'];
const workingDays: Day[] = [];
for (let time = Date.parse(firstDay); time <= Date.parse(lastDay); time += 86_400_000) {
  const day = new Date(time).toISOString().slice(0, 10);
  if (isWorkingDayByTheList(day)) workingDays.push(day);
}
const placeAfter = (day: Day): number => {
  const at = workingDays.findIndex((one) => one > day);
  return at === -1 ? workingDays.length : at;
};

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const runs = { seed, numRuns: 300 };
const days = daysBetween(firstDay, lastDay);
const aDay = fc.integer({ min: 0, max: days }).map((n) => addDays(firstDay, n));

beforeAll(() => process.stdout.write(`  counting: seed ${seed}\n`));

/**
 * Counted by hand on the calendar of the State Council's notice for 2026 (gov.cn, content_7047091): off 1–3 January, 15–23 February, 4–6 April,
 * 1–5 May, 19–21 June, 25–27 September, 1–7 October; at work on the Saturdays and Sundays 4 January,
 * 14 and 28 February, 9 May, 20 September, 10 October.
 */
const byHand: [from: Day, workingDays: number, last: Day][] = [
  // New Year: 4 January is a Sunday at work.
  ['2025-12-31', 1, '2026-01-04'],
  ['2026-01-01', 5, '2026-01-08'],
  ['2026-01-02', 2, '2026-01-05'],
  ['2026-01-04', 5, '2026-01-09'],
  ['2026-01-05', 5, '2026-01-12'],
  ['2026-01-09', 1, '2026-01-12'],
  // 春节: 14 and 28 February are Saturdays at work.
  ['2026-02-09', 5, '2026-02-14'],
  ['2026-02-10', 5, '2026-02-24'],
  ['2026-02-11', 5, '2026-02-25'],
  ['2026-02-12', 1, '2026-02-13'],
  ['2026-02-12', 2, '2026-02-14'],
  ['2026-02-12', 3, '2026-02-24'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-02-14', 5, '2026-02-28'],
  ['2026-02-15', 5, '2026-02-28'],
  ['2026-02-17', 5, '2026-02-28'],
  ['2026-02-23', 5, '2026-02-28'],
  ['2026-02-24', 5, '2026-03-02'],
  ['2026-02-27', 1, '2026-02-28'],
  ['2026-02-27', 5, '2026-03-05'],
  // 清明: Saturday to Monday.
  ['2026-03-30', 5, '2026-04-07'],
  ['2026-04-03', 1, '2026-04-07'],
  ['2026-04-03', 5, '2026-04-13'],
  ['2026-04-06', 5, '2026-04-13'],
  // 劳动节: 9 May is a Saturday at work.
  ['2026-04-29', 1, '2026-04-30'],
  ['2026-04-29', 5, '2026-05-09'],
  ['2026-04-30', 5, '2026-05-11'],
  ['2026-05-05', 5, '2026-05-11'],
  ['2026-05-08', 1, '2026-05-09'],
  ['2026-05-08', 5, '2026-05-14'],
  // 端午: Friday to Sunday.
  ['2026-06-15', 5, '2026-06-23'],
  ['2026-06-18', 1, '2026-06-22'],
  ['2026-06-18', 5, '2026-06-26'],
  // 中秋 and 国庆: 20 September, a Sunday, and 10 October, a Saturday, are at work.
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-09-18', 5, '2026-09-24'],
  ['2026-09-21', 5, '2026-09-29'],
  ['2026-09-24', 1, '2026-09-28'],
  ['2026-09-24', 5, '2026-10-09'],
  ['2026-09-29', 5, '2026-10-12'],
  ['2026-09-30', 5, '2026-10-13'],
  ['2026-10-07', 3, '2026-10-10'],
  ['2026-10-09', 1, '2026-10-10'],
  ['2026-10-10', 5, '2026-10-16'],
  // A plain week, and the present.
  ['2026-11-20', 5, '2026-11-27'],
  ['2026-11-22', 5, '2026-11-27'],
  ['2026-12-17', 5, '2026-12-24'],
];

describe('working days', () => {
  it.each(byHand)('from %s, %i of them end on %s', (from, count, last) => {
    expect(addWorkingDays(from, count, isWorkingDay)).toBe(last);
  });

  it('agree with the list of the calendar on every covered day', () => {
    for (let n = 0; n <= days; n += 1) {
      const day = addDays(firstDay, n);
      const asked = { day, works: isWorkingDay(day) };
      expect(asked).toEqual({ day, works: isWorkingDayByTheList(day) });
    }
  });

  it('are counted forwards as by places in a list', () => {
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(aDay, count, (from, wanted) => {
        const last = workingDays[placeAfter(from) + wanted - 1];
        // Beyond the list the calendar ends, and says so.
        expect(addWorkingDays(from, wanted, isWorkingDay)).toBe(last);
      }),
      runs,
    );
  });

  it('are counted back to what they were counted forwards', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(aDay, count, (from, wanted) => {
        const last = addWorkingDays(from, wanted, isWorkingDay);
        if (last === undefined) return;
        expect(workingDaysBetween(from, last, isWorkingDay)).toBe(wanted);
        if (wanted > 0) expect(isWorkingDay(last)).toBe(true);
      }),
      runs,
    );
  });

  it('never end earlier for a later start', () => {
    fc.assert(
      fc.property(aDay, aDay, (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        const [sooner, later] = [first, second].map((from) =>
          addWorkingDays(from, 5, isWorkingDay),
        );
        if (sooner !== undefined && later !== undefined) expect(sooner <= later).toBe(true);
      }),
      runs,
    );
  });
});

describe('a year without its notice', () => {
  const span = { unit: 'working_day', count: 5 } as const;

  it.each(['2003-12-20', '2026-12-18', '2026-12-24', '2027-03-01', '2099-01-01'])(
    'gives no day from %s, for none is guessed',
    (from) => {
      expect(addWorkingDays(from, 5, isWorkingDay)).toBeUndefined();
      expect(workingDaysBetween(from, addDays(from, 9), isWorkingDay)).toBeUndefined();
      expect(dueOf(span, momentAt(from, 600), isWorkingDay)).toBeUndefined();
    },
  );

  it('leaves the last week of the year before open, for it has reached back there', () => {
    expect(isWorkingDay('2018-12-29')).toBe(true);
    expect(isWorkingDay('2018-12-31')).toBe(false);
    expect(isWorkingDay('2026-12-24')).toBe(true);
    for (let n = 25; n <= 31; n += 1) expect(isWorkingDay(`2026-12-${n}`)).toBeUndefined();
  });

  it('does not hold up natural days, months and hours', () => {
    const start = momentAt('2026-12-20', 18 * 60 + 30);
    const end = (unit: 'day' | 'month' | 'hour', count: number) =>
      dueOf({ unit, count }, start, () => undefined);
    expect(end('day', 15)).toEqual({ day: '2027-01-04', at: null });
    expect(end('month', 6)).toEqual({ day: '2027-06-20', at: null });
    expect(end('hour', 72)).toEqual({ day: '2026-12-23', at: momentAt('2026-12-23', 1110) });
  });
});

describe('natural days, months and hours', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2027-12-31', 60, '2028-02-29'],
    ['2026-12-31', 60, '2027-03-01'],
    ['2026-11-22', 15, '2026-12-07'],
    ['2026-02-13', 15, '2026-02-28'],
  ])('%s and %i days: %s, holidays or not', (from, count, last) => {
    expect(dueOf({ unit: 'day', count }, momentAt(from, 1439), isWorkingDay)?.day).toBe(last);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-22', 6, '2027-05-22'],
    ['2027-02-28', -12, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (from, count, last) => {
    expect(addMonths(from, count)).toBe(last);
  });

  it('months end on the same day of the month, or on the last of a shorter one', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -60, max: 60 }), (from, count) => {
        const last = addMonths(from, count);
        const next = addDays(last, 1);
        const [, , day] = from.split('-');
        expect(last.endsWith(`-${day}`) || next.endsWith('-01')).toBe(true);
        const months = (one: Day) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(months(last) - months(from)).toBe(count);
      }),
      runs,
    );
  });

  it('hours are the same on every day of the year: no clock in China is put forward or back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const start = momentAt(day, minute);
        const due = dueOf({ unit: 'hour', count: 72 }, start, isWorkingDay);
        expect(due).toEqual({ day: addDays(day, 3), at: start + 72 * 3_600_000 });
        expect(due?.at).toBe(momentAt(addDays(day, 3), minute));
      }),
      runs,
    );
  });

  it('weekdays go round', () => {
    fc.assert(
      fc.property(aDay, (day) => expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day))),
      runs,
    );
  });
});
