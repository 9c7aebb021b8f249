import { useSyncExternalStore } from 'react';
import type { RefusalCode } from '@niangjia/shared';
import { forget, forgetDrafts, keep, stored } from './storage';

const key = 'session';
const watchers = new Set<() => void>();
const tell = () => watchers.forEach((watcher) => watcher());

/** The service wants her second factor before it goes on. */
const proofs = ['second_factor_needed', 'reauth_needed'] as const satisfies RefusalCode[];
export type ProofCode = (typeof proofs)[number];
export const isProofCode = (code: RefusalCode): code is ProofCode =>
  (proofs as readonly RefusalCode[]).includes(code);

let wanted: ProofCode | undefined;

/** The token of whoever is signed in on this phone. */
export const sessionToken = (): string | undefined => stored<string>(key);

export function keepSession(token: string): void {
  keep(key, token);
  wanted = undefined;
  tell();
}

/** What she had begun goes with it: the next at this phone is somebody else. */
export function forgetSession(): void {
  forget(key);
  forgetDrafts();
  wanted = undefined;
  tell();
}

/** What a “no” to this token says of her session: it has ended, or she is to prove who she is. */
export function heed(token: string | undefined, status: number, code: RefusalCode): void {
  if (!token || token !== sessionToken()) return;
  if (!isProofCode(code)) return status === 401 ? forgetSession() : undefined;
  wanted = code;
  tell();
}

/** She did: the pages below go on where they were. */
export function proved(): void {
  wanted = undefined;
  tell();
}

/** Runs when she is signed in and nothing more is wanted of her. Returns what stops it. */
export const whenProved = (act: () => void): (() => void) =>
  watch(() => {
    if (wanted === undefined && sessionToken() !== undefined) act();
  });

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Runs when somebody signs in. Returns what stops it. */
export function whenSignedIn(act: () => void): () => void {
  let before = sessionToken();
  return watch(() => {
    const token = sessionToken();
    const isNew = token !== undefined && token !== before;
    before = token;
    if (isNew) act();
  });
}

export const useSessionToken = (): string | undefined => useSyncExternalStore(watch, sessionToken);

export const useProofWanted = (): ProofCode | undefined =>
  useSyncExternalStore(watch, () => wanted);
