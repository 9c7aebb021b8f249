import { useSyncExternalStore } from 'react';
import { whenOnline, whenShown } from '@/platform/app-life';
import { thisPhone } from '@/platform/disk';
import { whenSignedIn } from '@/platform/session';
import { ifRoom } from './if-room';
import { theOffice } from './office';
import { SealedShelf } from './sealed-shelf';
import { sendSealed } from './send-sealed';

let running = false;
let askedAgain = false;
const watchers = new Set<() => void>();

async function sendNow(): Promise<void> {
  askedAgain = true;
  if (running) return;
  running = true;
  while (askedAgain) {
    askedAgain = false;
    // Whatever stands in its way: it is kept, and sent the next time.
    await sendSealed(new SealedShelf(thisPhone), theOffice).catch(() => undefined);
  }
  running = false;
  watchers.forEach((watcher) => watcher());
}

/** Her session proves what her token no longer does, also when she has no post that would open the field work. */
function sendAgain(): void {
  ifRoom(() => new SealedShelf(thisPhone).tryAgain());
  void sendNow();
}

/** At the start of the app: what somebody left sealed when she signed out goes, whoever is signed in now. */
export function sendWhatIsSealed(): () => void {
  void sendNow();
  const stops = [
    whenOnline(() => void sendNow()),
    whenShown(() => void sendNow()),
    whenSignedIn(sendAgain),
  ];
  return () => stops.forEach((stop) => stop());
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const inOneWord = (): string => {
  const all = new SealedShelf(thisPhone).all();
  return `${all.length} ${all.filter(({ refused }) => refused !== undefined).length}`;
};

/** How much is sealed on this phone, of whomever, and how much of it was refused. */
export function useSealed(): { sealed: number; refused: number } {
  const [sealed = 0, refused = 0] = useSyncExternalStore(watch, inOneWord).split(' ').map(Number);
  return { sealed, refused };
}
