import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isFocusIn } from './focus';
import { useShown } from './page-life';
import { keep, stored } from './storage';
import { useWide } from './wide';

const off = 'keys-off';
const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

const areOn = (): boolean => stored<boolean>(off) !== true;

export const useKeysOn = (): boolean => useSyncExternalStore(watch, areOn);

/** Single characters can be switched off (WCAG 2.1.4), because whoever speaks to her PC types them by accident. */
export function switchKeys(on: boolean): void {
  keep(off, !on);
  watchers.forEach((watcher) => watcher());
}

const isTyping = (at: Element | null): boolean => at?.matches('input, textarea, select') ?? false;

const chordMs = 1500;
const names = new WeakMap<KeyboardEvent, string>();
let leader = -Infinity;

/** `a`, `C` for shift and c, `g t` for g and then t, `?`, `Escape`, `ctrl+Enter`. The same to all who hear it. */
function nameOf(event: KeyboardEvent): string {
  const known = names.get(event);
  if (known !== undefined) return known;
  const { key, ctrlKey, metaKey, timeStamp } = event;
  const single = `${ctrlKey || metaKey ? 'ctrl+' : ''}${key}`;
  const name = timeStamp - leader < chordMs && key.length === 1 ? `g ${single}` : single;
  leader = name === 'g' && !isTyping(document.activeElement) ? timeStamp : -Infinity;
  names.set(event, name);
  return name;
}

const isLetter = (key: string): boolean => key.length === 1 || key.startsWith('g ');

function isMeant(event: KeyboardEvent, key: string): boolean {
  if (nameOf(event) !== key || event.altKey || event.isComposing) return false;
  if (document.querySelector('[role=dialog]')) return false;
  return !isLetter(key) || (areOn() && !isTyping(document.activeElement));
}

/**
 * Runs when the key is pressed on the page in front of her, where there is room for staff at a PC. A single
 * character does nothing while she types, and no key does while a dialog asks her something. With the id of
 * a place it is heard only there.
 */
export function useKey(key: string, act: (() => void) | undefined, place?: string): void {
  const wide = useWide();
  const shown = useShown();
  const newest = useRef(act);
  newest.current = act;

  useEffect(() => {
    if (!wide) return;
    const hear = (event: KeyboardEvent) => {
      if (!newest.current || !shown.current || !isMeant(event, key)) return;
      if (place && !isFocusIn(`#${place}`)) return;
      event.preventDefault();
      newest.current();
    };
    // Before the dialog hears the same key and is gone.
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [key, wide, shown, place]);
}
