import { base64url, readBase64url } from '@/platform/base64url';
import { Chance } from '@/platform/chance';
import type { Disk } from '@/platform/disk';
import { SealedRecords } from '@/platform/sealed-records';
import { FieldStore } from './field-store';
import { ifRoom } from './if-room';
import { keyPlace, keyPlaces, recordPlace } from './on-this-phone';
import { shapePlace, upgrade } from './stored-shape';

const keyBytes = 32;

/** What the store stands on; a test gives its own. */
export interface Ground {
  disk: Disk;
  randomBytes: (count: number) => Promise<Uint8Array>;
  ownClock: () => number;
}

/**
 * Opens what is kept on this phone for an account, with a new key at the first time. `locked` when acts are there
 * and no key: a new one would make them unreadable for good. Throws `StorageFull`.
 */
export async function openField(
  accountId: string,
  ground: Ground,
): Promise<FieldStore | 'newer' | 'locked'> {
  const chance = new Chance(await ground.randomBytes(keyBytes));
  const key = await keyOf(accountId, ground);
  if (!key) return 'locked';
  const prefix = recordPlace(accountId);
  const records = new SealedRecords({ disk: ground.disk, prefix, key, chance });
  if (upgrade({ disk: ground.disk, prefix, records, chance }) === 'newer') return 'newer';
  const { disk, ownClock } = ground;
  // The key outlives a signing out where acts do not open; the shape never does.
  const isKeyInUse = () =>
    disk.read(keyPlace(accountId)) === base64url(key) &&
    disk.read(shapePlace(prefix)) !== undefined;
  return new FieldStore({ accountId, disk, records, chance, ownClock, isKeyInUse });
}

async function keyOf(
  accountId: string,
  { disk, randomBytes }: Ground,
): Promise<Uint8Array | undefined> {
  const kept = readBase64url(disk.read(keyPlace(accountId)) ?? '');
  if (kept?.length === keyBytes) return kept;
  if (actsOf(disk, accountId).length > 0) return undefined;
  const key = await randomBytes(keyBytes);
  disk.write(keyPlace(accountId), base64url(key));
  return key;
}

/** Places of the acts that were never sent. */
const actsOf = (disk: Disk, accountId: string): string[] =>
  disk.keys().filter((key) => key.startsWith(`${recordPlace(accountId)}log/`));

/** She gives up the acts whose key is lost. */
export const forgetLocked = (disk: Disk, accountId: string): void =>
  actsOf(disk, accountId).forEach((place) => disk.remove(place));

/**
 * Leaves nothing that can be read: what is unsent is sealed with the key that the phone got at its first sync, and
 * then her key and all else goes, her key last. `no_key` when there is something to seal and nothing to seal it with.
 */
export function wipeField(store: FieldStore): 'wiped' | 'no_key' {
  const { accountId, disk, records } = store.phone;
  // Another open page may have written since.
  store.reload();
  const key = store.records.get('sealing');
  if (store.outbox.all().length > 0) {
    if (!key) return 'no_key';
    store.sealAll(key);
  }
  // Acts that do not open stay, and with them the key: they were never sent, and somebody may yet mend them.
  records
    .names()
    .filter((name) => !name.startsWith('log/'))
    .forEach((name) => records.remove(name));
  records.sweep();
  if (actsOf(disk, accountId).length === 0) disk.remove(keyPlace(accountId));
  return 'wiped';
}

/** Whoever was here before and did not sign out, because her session had ended: sealed and wiped now. */
export async function wipeOthers(accountId: string, ground: Ground): Promise<void> {
  for (const other of keyPlaces(ground.disk)) {
    if (other === accountId) continue;
    const store = await openField(other, ground);
    if (typeof store !== 'string') ifRoom(() => wipeField(store));
  }
}
