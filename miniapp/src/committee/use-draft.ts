import { useRef, useState } from 'react';
import type { FieldActs } from '@/features/visit/field';

interface Drafted<T> {
  draft: T;
  put: (part: Partial<T>) => void;
  /** Why the phone could not keep what she typed last; it is still on the screen. */
  why?: string;
}

/**
 * What she is typing, kept on the phone with each letter, so that a killed app loses nothing. The id of the act
 * that will come of it is in it from the beginning.
 */
export function useDraft<T extends { id?: string }>(
  { saveDraft, newId }: Pick<FieldActs, 'saveDraft' | 'newId'>,
  name: string,
  begun: T,
): Drafted<T> {
  const [draft, setDraft] = useState(() => ({ ...begun, id: begun.id ?? newId() }));
  const [why, setWhy] = useState<string>();
  const newest = useRef(draft);
  const put = (part: Partial<T>) => {
    newest.current = { ...newest.current, ...part };
    setDraft(newest.current);
    const saved = saveDraft(name, newest.current);
    setWhy(saved.kept ? undefined : saved.why);
  };
  return { draft, put, why };
}
