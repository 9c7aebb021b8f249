import { readRfc3339 } from '@niangjia/shared';
import {
  distanceInWords,
  intervalsInWords,
  openInWords,
  openThenInWords,
  openTone,
} from './home-words';

const now = readRfc3339('2026-11-22T19:30:00+08:00')!;
const closed = (opensAt: string | null) => ({ isOpen: false, closesAt: null, opensAt });
const open = (closesAt: string) => ({ isOpen: true, closesAt, opensAt: null });

describe('when a home opens, in words', () => {
  it.each([
    [open('2026-11-22T21:00:00+08:00'), '现在开门 · 到 21:00'],
    [open('2026-11-23T00:00:00+08:00'), '现在开门 · 到 24:00'],
    [closed('2026-11-22T20:00:00+08:00'), '关着 · 今天 20:00 开'],
    [closed('2026-11-23T08:30:00+08:00'), '关着 · 明天 08:30 开'],
    [closed('2026-11-26T08:30:00+08:00'), '关着 · 周四 08:30 开'],
    [closed('2026-11-30T08:30:00+08:00'), '关着 · 11月30日 08:30 开'],
    [closed(null), '关着 · 没有定下次开门'],
    [open('2026-11-22T17:30:00+08:00'), '现在可能关了'],
    [closed('2026-11-22T08:30:00+08:00'), '现在可能开了'],
  ])('%j is %s', (home, words) => {
    expect(openInWords(home, now)).toBe(words);
  });
});

it('is green only while the phone knows that it is open', () => {
  const homes = [
    open('2026-11-22T21:00:00+08:00'),
    open('2026-11-22T17:30:00+08:00'),
    closed(null),
  ];
  expect(homes.map((home) => openTone(home, now))).toEqual(['ok', 'plain', 'plain']);
});

it.each([
  [open('2026-11-22T20:30:00+08:00'), '今晚 19:00 开着 · 到 20:30'],
  [open('2026-11-23T00:00:00+08:00'), '今晚 19:00 开着 · 到 24:00'],
  [{ ...open(''), closesAt: null }, '今晚 19:00 开着'],
])('%j, asked for the evening, is %s', (home, words) => {
  expect(openThenInWords(home, '2026-11-22T19:00:00+08:00')).toBe(words);
});

it('says distances no finer than a kilometre', () => {
  expect([80, 499, 1499, 12_600].map(distanceInWords)).toEqual([
    '1 公里以内',
    '1 公里以内',
    '约 1 公里',
    '约 13 公里',
  ]);
});

it('says that a day without hours is closed', () => {
  expect(intervalsInWords([])).toBe('不开门');
});
