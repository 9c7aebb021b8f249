import type { Session } from '@niangjia/shared';
import { forgetSession, keepSession } from '@/platform/session';
import { forget, keep, stored } from '@/platform/storage';
import { meetElderChoice } from './elder-choice';

const key = 'signed-in-as';

/** The account whose work is on the screen; it outlives her session, so that she finds it again. */
export const whoSignedIn = (): string | undefined => stored<string>(key);

export function signedInAs({ token, account }: Session): void {
  keep(key, account.id);
  keepSession(token);
  void meetElderChoice();
}

export function signedOut(): void {
  forget(key);
  forgetSession();
}
