import { whoSignedIn } from '@/features/account/who-signed-in';
import { whenOnline, whenShown } from '@/platform/app-life';
import { StorageFull, thisPhone } from '@/platform/disk';
import { randomBytes } from '@/platform/random';
import { sessionToken } from '@/platform/session';
import { FieldOfHers } from './field-of-hers';
import { theOffice } from './office';
import { keepsFieldWork } from './on-this-phone';
import { forgetLocked } from './open-field';

/** The one field work of this phone. */
export const herField = new FieldOfHers({
  disk: thisPhone,
  randomBytes,
  ownClock: () => Date.now(),
  office: theOffice,
  isSignedIn: (accountId) => sessionToken() !== undefined && whoSignedIn() === accountId,
});

let listens = false;
let lastToken: string | undefined;

/**
 * Opens what is kept for whoever is signed in, and for whoever was until her session ran out: it is then read and
 * written as without a network. From the first time on it is sent when a network comes back, or a session.
 */
export async function followSignedIn(): Promise<void> {
  const token = sessionToken();
  const isAnother = token !== undefined && lastToken !== undefined && token !== lastToken;
  lastToken = token ?? lastToken;
  await herField.follow(whoseWork());
  if (isAnother) await herField.syncNow();
  if (listens) return;
  listens = true;
  whenOnline(() => void herField.syncNow());
  whenShown(() => {
    herField.look();
    void followSignedIn().then(() => herField.syncNow());
  });
}

function whoseWork(): string | undefined {
  const accountId = whoSignedIn();
  const isOpen = sessionToken() !== undefined || keepsFieldWork(accountId ?? '');
  return isOpen ? accountId : undefined;
}

/** What would be sealed if she signed out now: the number to warn with. */
export async function howMuchUnsent(): Promise<number> {
  herField.look();
  await followSignedIn();
  return herField.howMuchUnsent();
}

/** While it is `locked`: she gives up what does not open, and begins with nothing. */
export async function startAnew(): Promise<void> {
  const accountId = whoSignedIn();
  if (accountId === undefined || herField.view().state !== 'locked') return;
  forgetLocked(thisPhone, accountId);
  await followSignedIn();
}

/**
 * Before her session ends: what is unsent is sealed and kept, all else is wiped. `needs_network` when this phone
 * never got the key to seal with, `full` when there is no room to seal in, `newer` when only a newer version can
 * read it: nothing is lost then, and she stays signed in.
 */
export async function leaveField(): Promise<'left' | 'needs_network' | 'full' | 'newer'> {
  herField.look();
  await followSignedIn();
  try {
    return await herField.leave();
  } catch (fault) {
    if (fault instanceof StorageFull) return 'full';
    throw fault;
  }
}
