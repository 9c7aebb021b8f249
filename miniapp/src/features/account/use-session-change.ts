import { useEffect, useRef } from 'react';
import { useSessionToken } from '@/platform/session';

/** Runs when she signed in or out while the page was open: what is hers is asked for anew. */
export function useSessionChange(act: () => void): void {
  const token = useSessionToken();
  const before = useRef(token);
  useEffect(() => {
    if (before.current !== token) act();
    before.current = token;
  });
}
