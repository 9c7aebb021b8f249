import { useSyncExternalStore } from 'react';
import { keep, stored } from './storage';
import { wechatTextFactor } from './wechat-text';

export const textSizes = {
  standard: { label: '标准', factor: 1 },
  large: { label: '大', factor: 1.15 },
  elder: { label: '长辈版', factor: 1.3 },
  largest: { label: '特大', factor: 1.8 },
} as const;
export type TextSize = keyof typeof textSizes;

/** From here on taps are 60 px high, whether 长辈版 is on or WeChat's text is that large. */
export const tallTapsFrom = 1.3;
const largeFrom = 1.15;
const smallest = 0.94;
const largest = 2;

const keys = { size: 'text-size', elder: 'elder', answered: 'elder-answered' } as const;
const watchers = new Set<() => void>();

export const textSize = (): TextSize => stored<TextSize>(keys.size) ?? 'standard';

/** 长辈版 stays on when she makes its text 特大, and ends with every smaller size. */
const isElder = (): boolean =>
  textSize() === 'elder' || (textSize() === 'largest' && stored<boolean>(keys.elder) === true);

const tell = () => watchers.forEach((watcher) => watcher());

export function chooseTextSize(size: TextSize): void {
  const before = isElder();
  const elder = size === 'elder' || (size === 'largest' && before);
  keep(keys.elder, elder);
  keep(keys.size, size);
  if (elder !== before) answer(elder);
  tell();
}

/** Turns 长辈版 on or off. Text that she made 特大 stays so. */
export function setElder(elder: boolean): void {
  keep(keys.elder, elder);
  keep(keys.answered, true);
  if (elder && textSize() !== 'largest') keep(keys.size, 'elder');
  if (!elder && textSize() === 'elder') keep(keys.size, 'standard');
  tell();
}

/** The same by her tap, which whoever listens with `onElderAnswer` hears. */
export function chooseElder(elder: boolean): void {
  setElder(elder);
  answer(elder);
}

/** Whether 长辈版 is on; undefined until she has said on this phone. */
export const elderAnswer = (): boolean | undefined =>
  stored<boolean>(keys.answered) === true ? isElder() : undefined;

const listeners = new Set<(elder: boolean) => void>();

export function onElderAnswer(hear: (elder: boolean) => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

function answer(elder: boolean): void {
  keep(keys.answered, true);
  listeners.forEach((hear) => hear(elder));
}

/** The factor for every text: the larger of WeChat's setting and ours, 0.94 to 2. */
const scaleOf = (ours: number, wechat: number): number =>
  Math.min(largest, Math.max(smallest, Math.max(wechat, ours)));

const textScale = (): number => scaleOf(textSizes[textSize()].factor, wechatTextFactor());

const isOffered = (): boolean => textScale() >= largeFrom && elderAnswer() === undefined;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useTextSize = (): TextSize => useSyncExternalStore(watch, textSize);
export const useTextScale = (): number => useSyncExternalStore(watch, textScale);
export const useElder = (): boolean => useSyncExternalStore(watch, isElder);

/** Whether to offer 长辈版, once: to whoever has large text and has not answered yet. */
export const useElderOffered = (): boolean => useSyncExternalStore(watch, isOffered);
