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
