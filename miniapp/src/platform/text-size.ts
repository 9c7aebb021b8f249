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

/** From here on taps are 60 px high and rows stack: 长辈版. */
export const elderFrom = 1.3;
const smallest = 0.94;
const largest = 2;

const key = 'text-size';
const watchers = new Set<() => void>();

export const textSize = (): TextSize => stored<TextSize>(key) ?? 'standard';

export function chooseTextSize(size: TextSize): void {
  keep(key, size);
  watchers.forEach((watcher) => watcher());
}

/** The factor for every text: the larger of WeChat's setting and ours, 0.94 to 2. */
const scaleOf = (ours: number, wechat: number): number =>
  Math.min(largest, Math.max(smallest, Math.max(wechat, ours)));

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useTextSize = (): TextSize => useSyncExternalStore(watch, textSize);

export const useTextScale = (): number =>
  scaleOf(textSizes[useTextSize()].factor, wechatTextFactor());
