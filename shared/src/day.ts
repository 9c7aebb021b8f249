/** A date in China, `2026-11-22`. All of China keeps UTC+08:00 and no summer time. */
export type Day = string;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Minutes after midnight in China, 0 to 1440. */
export type MinuteOfDay = number;

const chinaOffsetMinutes = 8 * 60;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A moment in Unix milliseconds as clocks in China show it: read it by its UTC parts. */
const inChina = (moment: number): Date => new Date(moment + chinaOffsetMinutes * minuteMs);

const isoDay = (date: Date): Day => date.toISOString().slice(0, 10);

export const dayOf = (moment: number): Day => isoDay(inChina(moment));

export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(day).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}

export const minuteOf = (moment: number): MinuteOfDay => {
  const clock = inChina(moment);
  return clock.getUTCHours() * 60 + clock.getUTCMinutes();
};

/** The moment, in Unix milliseconds, at which that minute of that day begins in China. */
export const momentAt = (day: Day, minute: MinuteOfDay): number =>
  Date.parse(day) + (minute - chinaOffsetMinutes) * minuteMs;

export const addDays = (day: Day, days: number): Day =>
  isoDay(new Date(Date.parse(day) + days * dayMs));

/** Days from the first to the second, negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** RFC 3339 with China's offset, to the second: `2026-11-22T19:30:00+08:00`. */
export const rfc3339 = (moment: number): string =>
  `${inChina(moment).toISOString().slice(0, 19)}+08:00`;

const form =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):\d\d)$/;

/** Reads RFC 3339 with an offset. Undefined when it is not that. */
export function readRfc3339(text: string): number | undefined {
  const moment = form.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) return undefined;
  // JavaScript itself reads 30 February as 2 March.
  return addDays(text.slice(0, 10), 0) === text.slice(0, 10) ? moment : undefined;
}

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `周四 11月26日` */
export const dayInWords = (day: Day): string => {
  const date = new Date(day);
  return `${weekdayNames[date.getUTCDay()]} ${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

const partOfDay = (hour: number): string => {
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  if (hour < 18) return '下午';
  return '晚上';
};

const clockFace = (clock: Date): string => {
  const hours = clock.getUTCHours();
  const minutes = clock.getUTCMinutes() === 0 ? '' : `${clock.getUTCMinutes()}分`;
  return `${hours > 12 ? hours - 12 : hours}点${minutes}`;
};

/** `上午9点`, `晚上7点30分` */
function clockInWords(moment: number): string {
  const clock = inChina(moment);
  return partOfDay(clock.getUTCHours()) + clockFace(clock);
}

/** `周四 11月26日 上午9点`, `周四 11月26日 晚上7点30分` */
export const momentInWords = (moment: number): string =>
  `${dayInWords(dayOf(moment))} ${clockInWords(moment)}`;

/** `周四 11月26日 上午9点到11点`, `上午9点到下午3点`; the day again when it ends on another one. */
export function stretchInWords(from: number, to: number): string {
  if (dayOf(from) !== dayOf(to)) return `${momentInWords(from)}到${momentInWords(to)}`;
  const [starts, ends] = [inChina(from), inChina(to)];
  const samePart = partOfDay(starts.getUTCHours()) === partOfDay(ends.getUTCHours());
  return `${momentInWords(from)}到${samePart ? clockFace(ends) : clockInWords(to)}`;
}

/** `18:30`, and `24:00` for the end of the day. */
export const minuteInWords = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `2026年11月22日`, of a day or of a moment in RFC 3339 with China's offset: for what is printed. */
export const chineseDay = (text: string): string => {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
