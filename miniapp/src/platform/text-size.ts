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

export function chooseTextSize(size: TextSize): void {
  const elder = size === 'elder' || (size === 'largest' && isElder());
  keep(keys.elder, elder);
  keep(keys.size, size);
  if (elder) keep(keys.answered, true);
  watchers.forEach((watcher) => watcher());
}

/** 返回普通版. Text that she made 特大 stays so. */
export function leaveElder(): void {
  keep(keys.elder, false);
  if (textSize() === 'elder') keep(keys.size, 'standard');
  watchers.forEach((watcher) => watcher());
}

/** The factor for every text: the larger of WeChat's setting and ours, 0.94 to 2. */
const scaleOf = (ours: number, wechat: number): number =>
  Math.min(largest, Math.max(smallest, Math.max(wechat, ours)));

const textScale = (): number => scaleOf(textSizes[textSize()].factor, wechatTextFactor());

const isOffered = (): boolean =>
  textScale() >= largeFrom && !isElder() && stored<boolean>(keys.answered) !== true;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useTextSize = (): TextSize => useSyncExternalStore(watch, textSize);
export const useTextScale = (): number => useSyncExternalStore(watch, textScale);
export const useElder = (): boolean => useSyncExternalStore(watch, isElder);

/** Whether to offer 长辈版, once: to whoever has large text and has not answered yet. */
export function useElderOffer() {
  const offered = useSyncExternalStore(watch, isOffered);
  const answer = (accepted: boolean) => {
    keep(keys.answered, true);
    if (accepted) keep(keys.elder, true);
    if (accepted && textSize() !== 'largest') keep(keys.size, 'elder');
    watchers.forEach((watcher) => watcher());
  };
  return { offered, accept: () => answer(true), decline: () => answer(false) };
}
