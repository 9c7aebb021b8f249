import { whoSignedIn } from '@/features/account/who-signed-in';
import { whenOnline, whenShown } from '@/platform/app-life';
import { StorageFull, thisPhone } from '@/platform/disk';
import { randomBytes } from '@/platform/random';
import { sessionToken } from '@/platform/session';
import { FieldOfHers } from './field-of-hers';
import { theOffice } from './office';

/** The one field work of this phone. */
export const herField = new FieldOfHers({
  disk: thisPhone,
  randomBytes,
  ownClock: () => Date.now(),
  office: theOffice,
  isSignedIn: (accountId) => sessionToken() !== undefined && whoSignedIn() === accountId,
});

let listens = false;

/** Opens what is kept for whoever is signed in. From the first time on it is sent when a network comes back. */
export async function followSignedIn(): Promise<void> {
  const accountId = sessionToken() === undefined ? undefined : whoSignedIn();
  await herField.follow(accountId);
  if (listens) return;
  listens = true;
  whenOnline(() => void herField.syncNow());
  whenShown(() => {
    herField.look();
    void followSignedIn().then(() => herField.syncNow());
  });
}

/** What would be sealed if she signed out now: the number to warn with. */
export async function howMuchUnsent(): Promise<number> {
  herField.look();
  await followSignedIn();
  return herField.howMuchUnsent();
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
