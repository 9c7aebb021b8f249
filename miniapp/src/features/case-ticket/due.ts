import { dayInWords, daysBetween, type Day } from '@niangjia/shared';
import type { Tone } from '@/components/tag';

interface Due {
  words: string;
  tone: Tone;
}

const soonDays = 3;

const remaining = (left: number): Due => {
  if (left < 0) return { words: `超过期限 ${-left} 天`, tone: 'error' };
  if (left === 0) return { words: '今天到期', tone: 'error' };
  return { words: `还有 ${left} 天`, tone: left <= soonDays ? 'warn' : 'plain' };
};

/** How a day on which something is due stands today: `周四 12月17日 · 还有 3 天`. */
export function dueInWords(dueDay: Day, today: Day): Due {
  const { words, tone } = remaining(daysBetween(today, dueDay));
  return { words: `${dayInWords(dueDay)} · ${words}`, tone };
}
