import { useSyncExternalStore } from 'react';
import { forget, keep, stored } from './storage';

const key = 'session';
const watchers = new Set<() => void>();
const tell = () => watchers.forEach((watcher) => watcher());

/** The token of whoever is signed in on this phone. */
export const sessionToken = (): string | undefined => stored<string>(key);

export function keepSession(token: string): void {
  keep(key, token);
  tell();
}

export function forgetSession(): void {
  forget(key);
  tell();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useSessionToken = (): string | undefined => useSyncExternalStore(watch, sessionToken);
