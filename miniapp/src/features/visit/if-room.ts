import { StorageFull } from '@/platform/disk';

/** For what the service tells again at the next sync. */
export function ifRoom(keep: () => void): void {
  try {
    keep();
  } catch (fault) {
    if (!(fault instanceof StorageFull)) throw fault;
  }
}
