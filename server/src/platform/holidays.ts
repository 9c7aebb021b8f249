import type { Day } from '@niangjia/shared';
import { getDayDetail } from 'chinese-days';

const remembered = new Map<Day, boolean>();
const mostRemembered = 1000;

/** The library names a statutory holiday `English,中文,days` and any other day by its weekday. */
function look(day: Day): boolean {
  const { work, name } = getDayDetail(day);
  return !work && name.includes(',');
}

/**
 * A day off by the State Council's yearly holiday notice, moved rest days included; plain weekends are
 * not. For a year whose notice is not out yet: false.
 */
export function isHoliday(day: Day): boolean {
  const known = remembered.get(day);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const holiday = look(day);
  remembered.set(day, holiday);
  return holiday;
}

const year = (day: Day): number => Number(day.slice(0, 4));

/** Each notice names 国庆节 of its year. */
const isCovered = (asked: number): boolean => isHoliday(`${asked}-10-01`);

/** A notice has reached back to 29 December of the year before (2007, 2018); a week is left for it. */
const firstDayOfNextNotice = '12-25';

/**
 * Whether people work that day by the State Council's notice, moved rest days and made-up working days
 * included. Undefined while the notice that decides it is not out, or not in the calendar: never guessed.
 */
export function isWorkingDay(day: Day): boolean | undefined {
  const reachesBack = day.slice(5) >= firstDayOfNextNotice;
  if (!isCovered(year(day)) || (reachesBack && !isCovered(year(day) + 1))) return undefined;
  return getDayDetail(day).work;
}
