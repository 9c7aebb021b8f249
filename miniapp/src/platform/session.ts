import { useSyncExternalStore } from 'react';
import { forget, forgetDrafts, keep, stored } from './storage';

const key = 'session';
const watchers = new Set<() => void>();
const tell = () => watchers.forEach((watcher) => watcher());

/** The token of whoever is signed in on this phone. */
export const sessionToken = (): string | undefined => stored<string>(key);

export function keepSession(token: string): void {
  keep(key, token);
  tell();
}

/** What she had begun goes with it: the next at this phone is somebody else. */
export function forgetSession(): void {
  forget(key);
  forgetDrafts();
  tell();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useSessionToken = (): string | undefined => useSyncExternalStore(watch, sessionToken);
