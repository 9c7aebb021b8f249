import { useSyncExternalStore } from 'react';

const room = '(min-width: 900px)';

function watch(act: () => void): () => void {
  const media = window.matchMedia?.(room);
  media?.addEventListener('change', act);
  return () => media?.removeEventListener('change', act);
}

const isWide = (): boolean => window.matchMedia?.(room).matches ?? false;

/** Whether a list and what was opened of it fit side by side: staff at a PC. */
export const useWide = (): boolean => useSyncExternalStore(watch, isWide);
