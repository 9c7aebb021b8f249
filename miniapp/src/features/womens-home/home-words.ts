import {
  addDays,
  dayInWords,
  dayOf,
  daysBetween,
  minuteInWords,
  minuteOf,
  readRfc3339,
  type OpenInterval,
  type WomensHomeSummary,
} from '@niangjia/shared';
import type { Tone } from '@/components/tag';

type OpenFacts = Pick<WomensHomeSummary, 'isOpen' | 'closesAt' | 'opensAt'>;

const endOfDay = 24 * 60;

const timeOf = (moment: number): string => minuteInWords(minuteOf(moment));

/** `现在开门 · 到 17:30`, `关着 · 周一 08:30 开` */
export function openInWords({ isOpen, closesAt, opensAt }: OpenFacts, now: number): string {
  if (isOpen && isPast(closesAt, now)) return '现在可能关了';
  if (isOpen) return `现在开门${until(closesAt)}`;
  if (isPast(opensAt, now)) return '现在可能开了';
  const opens = opensAt ? readRfc3339(opensAt) : undefined;
  return opens === undefined
    ? '关着 · 没有定下次开门'
    : `关着 · ${dayFrom(opens, now)} ${timeOf(opens)} 开`;
}

/** What the phone kept was said of another moment. */
const isPast = (moment: string | null, now: number): boolean =>
  moment !== null && (readRfc3339(moment) ?? now) < now;

/** Green is only what is open as far as the phone knows. */
export const openTone = ({ isOpen, closesAt }: OpenFacts, now: number): Tone =>
  isOpen && !isPast(closesAt, now) ? 'ok' : 'plain';

/** `今晚 19:00 开着 · 到 20:30`, of a home that is open at that moment (RFC 3339). */
export const openThenInWords = ({ closesAt }: OpenFacts, openAt: string): string =>
  `今晚 ${timeOf(readRfc3339(openAt) ?? 0)} 开着${until(closesAt)}`;

function until(closesAt: string | null): string {
  if (!closesAt) return '';
  const minute = minuteOf(readRfc3339(closesAt) ?? 0);
  return ` · 到 ${minuteInWords(minute === 0 ? endOfDay : minute)}`;
}

function dayFrom(moment: number, now: number): string {
  const day = dayOf(moment);
  const today = dayOf(now);
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  const [weekday = '', date = ''] = dayInWords(day).split(' ');
  return daysBetween(today, day) < 7 ? weekday : date;
}

/** Her position is blurred on purpose, so the distance is said no finer than a kilometre. */
export function distanceInWords(metres: number): string {
  const kilometres = Math.round(metres / 1000);
  return kilometres < 1 ? '1 公里以内' : `约 ${kilometres} 公里`;
}

/** `08:30–12:00、14:30–17:30`, `不开门` */
export const intervalsInWords = (intervals: readonly OpenInterval[]): string =>
  intervals.map(({ opens, closes }) => `${opens}–${closes}`).join('、') || '不开门';
