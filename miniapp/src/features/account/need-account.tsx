import { useState, type ReactNode } from 'react';
import { sessionToken } from '@/platform/session';
import { SignInSheet } from './sign-in-sheet';

export interface NeedAccount {
  /** Does the act at once when she is signed in, else after she did so. */
  needAccount: (act: () => void) => void;
  /** Put it on the page: it is empty until it is needed. */
  signIn: ReactNode;
}

/** Signing in happens inside the act that needs it: never at the start and never on help pages. */
export function useNeedAccount(): NeedAccount {
  const [waiting, setWaiting] = useState<() => void>();
  const goOn = () => {
    setWaiting(undefined);
    waiting?.();
  };
  return {
    needAccount: (act) => (sessionToken() === undefined ? setWaiting(() => act) : act()),
    signIn: waiting && <SignInSheet onSignedIn={goOn} onClose={() => setWaiting(undefined)} />,
  };
}
