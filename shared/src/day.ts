import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** A date in China, `2026-11-22`. All of China keeps UTC+08:00 and no summer time. */
export type Day = string;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Minutes after midnight in China, 0 to 1440. */
export type MinuteOfDay = number;

const chinaOffsetMinutes = 8 * 60;

/** A moment in Unix milliseconds, as clocks in China show it. */
const inChina = (moment: number): Dayjs => dayjs(moment).utcOffset(chinaOffsetMinutes);

export const dayOf = (moment: number): Day => inChina(moment).format('YYYY-MM-DD');

export function weekdayOf(day: Day): Weekday {
  const sundayFirst = dayjs.utc(day).day();
  return (sundayFirst === 0 ? 7 : sundayFirst);
}

export const minuteOf = (moment: number): MinuteOfDay =>
  inChina(moment).hour() * 60 + inChina(moment).minute();

/** The moment, in Unix milliseconds, at which that minute of that day begins in China. */
export const momentAt = (day: Day, minute: MinuteOfDay): number =>
  dayjs.utc(day).valueOf() + (minute - chinaOffsetMinutes) * 60_000;

export const addDays = (day: Day, days: number): Day =>
  dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

/** Days from the first to the second, negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  dayjs.utc(to).diff(dayjs.utc(from), 'day');

/** RFC 3339 with China's offset, to the second: `2026-11-22T19:30:00+08:00`. */
export const rfc3339 = (moment: number): string => inChina(moment).format('YYYY-MM-DDTHH:mm:ssZ');

/** Reads RFC 3339 with an offset. Undefined when it is not that. */
export function readRfc3339(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text))
    return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `周四 11月26日` */
export const dayInWords = (day: Day): string => {
  const d = dayjs.utc(day);
  return `${weekdayNames[d.day()]} ${d.month() + 1}月${d.date()}日`;
};

const partOfDay = (hour: number): string => {
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  if (hour < 18) return '下午';
  return '晚上';
};

/** `周四 11月26日 上午9点`, `周四 11月26日 晚上7点30分` */
export function momentInWords(moment: number): string {
  const d = inChina(moment);
  const hour = d.hour() > 12 ? d.hour() - 12 : d.hour();
  const minutes = d.minute() === 0 ? '' : `${d.minute()}分`;
  return `${dayInWords(dayOf(moment))} ${partOfDay(d.hour())}${hour}点${minutes}`;
}

/** `18:30`, and `24:00` for the end of the day. */
export const minuteInWords = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
