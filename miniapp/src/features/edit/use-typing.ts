import { useRef, useState } from 'react';
import { draftKey, forget, keep, stored } from '@/platform/storage';
import type { Kept } from './use-saving';

interface Typing<T> {
  typed: T;
  type: (part: Partial<T>) => void;
  /** What she sees was typed before the page was closed. */
  resumed: boolean;
  /** It was sent, or is not wanted any more. */
  done: () => void;
}

/** One for each version, so that what was typed over an old one is never saved over a newer. */
const nameOf = (kind: string, of?: Kept & { id: string }): string =>
  draftKey(of ? `${kind}:${of.id}:${of.version}` : `${kind}:new`);

/** What somebody types, kept over a closed page until it is sent, she signs out or leaves in a hurry. */
export function useTyping<T extends object>(
  kind: string,
  newest: (Kept & { id: string }) | undefined,
  begin: () => T,
): Typing<T> {
  const name = nameOf(kind, newest);
  const [before] = useState(() => stored<T>(name));
  const [typed, setTyped] = useState(() => ({ ...begin(), ...before }));
  const latest = useRef(typed);
  const [resumed, setResumed] = useState(before !== undefined);

  const type = (part: Partial<T>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setTyped(next);
    try {
      keep(name, next);
    } catch {
      // A full phone: the words are still on the screen.
    }
  };
  const done = () => {
    forget(name);
    setResumed(false);
  };
  return { typed, type, resumed, done };
}
