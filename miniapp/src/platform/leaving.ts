import { useEffect, useState } from 'react';
import { forgetDrafts } from './storage';

const acts = new Set<() => void>();

/** Runs in the tap on 快速离开, for what must go at once: a page's content, a claim code in memory. */
export function onExit(act: () => void): () => void {
  acts.add(act);
  return () => {
    acts.delete(act);
  };
}

/** Empties every open page and forgets what was begun, in this tick. */
export function clearAll(): void {
  acts.forEach((act) => act());
  forgetDrafts();
}

/** True from the tap on 快速离开 on: the page draws nothing. */
export function useLeft(): boolean {
  const [left, setLeft] = useState(false);
  useEffect(() => onExit(() => setLeft(true)), []);
  return left;
}
