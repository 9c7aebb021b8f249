import { whenOnline, whenShown } from '@/platform/app-life';
import { thisPhone } from '@/platform/disk';
import { theOffice } from './office';
import { SealedShelf } from './sealed-shelf';
import { sendSealed } from './send-sealed';

let running = false;

async function sendNow(): Promise<void> {
  if (running) return;
  running = true;
  // Whatever stands in its way: it is kept, and sent the next time.
  await sendSealed(new SealedShelf(thisPhone), theOffice).catch(() => undefined);
  running = false;
}

/** At the start of the app: what somebody left sealed when she signed out goes, whoever is signed in now. */
export function sendWhatIsSealed(): () => void {
  void sendNow();
  const stops = [whenOnline(() => void sendNow()), whenShown(() => void sendNow())];
  return () => stops.forEach((stop) => stop());
}
