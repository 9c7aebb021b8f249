import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

/** The secrets of this installation. None of them is ever in the database. */
export interface Keys {
  /** Newest first: the first seals, all open. */
  ring: readonly RingKey[];
  /** For equality search in sealed columns. */
  blindIndex: Buffer;
  /** Mixed into every claim code before the slow derivation. */
  pepper: Buffer;
  /** Two different salts: one finds a ticket, the other opens it (as SecureDrop does). */
  claimSalts: { id: Buffer; key: Buffer };
}

export interface RingKey {
  id: string;
  key: Buffer;
}

type Env = Record<string, string | undefined>;
const names = [
  'KEY_RING',
  'BLIND_INDEX_KEY',
  'CLAIM_PEPPER',
  'CLAIM_SALT_ID',
  'CLAIM_SALT_KEY',
] as const;
type Secrets = Record<(typeof names)[number], string>;

const generated = (): string => randomBytes(keyBytes).toString('base64url');

/** Its presence marks a folder as a demonstration's. */
export const demonstrationKeysFile = 'demonstration-keys.json';

/** A demonstration makes its own keys once and keeps them beside its database. */
function demonstrationSecrets(dataDir: string): Secrets {
  const file = join(dataDir, demonstrationKeysFile);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secrets: Secrets = {
      KEY_RING: `k1:${generated()}`,
      BLIND_INDEX_KEY: generated(),
      CLAIM_PEPPER: generated(),
      CLAIM_SALT_ID: generated(),
      CLAIM_SALT_KEY: generated(),
    };
    writeFileSync(file, JSON.stringify(secrets, undefined, 2), { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function readKey(name: string, text: string, faults: string[]): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== keyBytes) faults.push(`${name} must be 32 bytes in base64url.`);
  return key;
}

function readRing(text: string, faults: string[]): RingKey[] {
  const ring = text.split(',').map((entry) => {
    const [id = '', key = ''] = entry.trim().split(':');
    if (!/^[a-z0-9]{1,16}$/.test(id))
      faults.push('KEY_RING: each key needs a short id, as in k2:<key>,k1:<key>.');
    return { id, key: readKey(`KEY_RING ${id}`, key, faults) };
  });
  if (new Set(ring.map(({ id }) => id)).size < ring.length)
    faults.push('KEY_RING: two keys have one id.');
  return ring;
}

/**
 * The keys from the environment; a demonstration without them generates a file. Adds a line to
 * `faults` for everything missing, short or equal: equal salts would let one derivation serve as both.
 */
export function readKeys(env: Env, mode: string, dataDir: string, faults: string[]): Keys {
  const given = names.filter((name) => env[name]);
  const useFile = mode === 'demonstration' && given.length === 0;
  const secrets: Partial<Secrets> = useFile ? demonstrationSecrets(dataDir) : env;
  for (const name of names) if (!secrets[name]) faults.push(`${name} is missing.`);
  if (names.some((name) => !secrets[name])) return emptyKeys;

  const all = secrets as Secrets;
  if (all.CLAIM_SALT_ID === all.CLAIM_SALT_KEY)
    faults.push('CLAIM_SALT_ID and CLAIM_SALT_KEY must differ.');
  return {
    ring: readRing(all.KEY_RING, faults),
    blindIndex: readKey('BLIND_INDEX_KEY', all.BLIND_INDEX_KEY, faults),
    pepper: readKey('CLAIM_PEPPER', all.CLAIM_PEPPER, faults),
    claimSalts: {
      id: readKey('CLAIM_SALT_ID', all.CLAIM_SALT_ID, faults),
      key: readKey('CLAIM_SALT_KEY', all.CLAIM_SALT_KEY, faults),
    },
  };
}

const nothing = Buffer.alloc(0);
/** Stands in while the faults are being collected; a process with faults does not start. */
const emptyKeys: Keys = {
  ring: [],
  blindIndex: nothing,
  pepper: nothing,
  claimSalts: { id: nothing, key: nothing },
};
