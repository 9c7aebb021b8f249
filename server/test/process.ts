import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config } from '../src/platform/config';
import type { RingKey } from '../src/platform/crypto/keys';

const built = join(__dirname, '../dist');
const patienceMs = 60_000;

const inBase64 = (key: Buffer): string => key.toString('base64url');

const ringInWords = (ring: readonly RingKey[]): string =>
  ring.map(({ id, key }) => `${id}:${inBase64(key)}`).join(',');

/** The environment of a process that has this configuration. */
export const envOf = ({ mode, dataDir, databaseUrl, keys }: Config): NodeJS.ProcessEnv => ({
  MODE: mode,
  PORT: '0',
  DATA_DIR: dataDir,
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  KEY_RING: ringInWords(keys.ring),
  BLIND_INDEX_KEY: inBase64(keys.blindIndex),
  CLAIM_PEPPER: inBase64(keys.pepper),
  CLAIM_SALT_ID: inBase64(keys.claimSalts.id),
  CLAIM_SALT_KEY: inBase64(keys.claimSalts.key),
});

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** A process of the built server; `onOut` is told all of its output so far, at first that there is none. */
export async function runBuilt(
  file: `${'main' | 'rotate-keys' | 'verify-audit' | 'backup' | 'restore'}.js`,
  env: NodeJS.ProcessEnv,
  onOut: (out: string, child: ChildProcess) => void = () => undefined,
  args: readonly string[] = [],
): Promise<Ended> {
  const options = { env: { PATH: process.env.PATH, ...env }, timeout: patienceMs };
  const child = spawn(process.execPath, [join(built, file), ...args], options);
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
    onOut(out, child);
  });
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  onOut(out, child);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
}
