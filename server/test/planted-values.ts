import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Config } from '../src/platform/config';
import type { TestApp } from './app';

const mostBytes = 256 * 1024 * 1024;
const dumpPrograms = ['mariadb-dump', 'mysqldump'];

async function dumpOf(databaseUrl: string): Promise<Buffer> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const given = [`--host=${hostname}`, `--port=${port}`, `--user=${username}`];
  const options = ['--protocol=tcp', '--default-character-set=utf8mb4', '--single-transaction'];
  const args = [...given, ...options, pathname.slice(1)];
  const env = { ...process.env, MYSQL_PWD: password };
  for (const program of dumpPrograms) {
    const asked = promisify(execFile)(program, args, {
      env,
      encoding: 'buffer',
      maxBuffer: mostBytes,
    });
    const dump = await asked.catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
    if (dump) return dump.stdout;
  }
  throw new Error(`none of ${dumpPrograms.join(', ')} is here`);
}

/** Everything that the application has written, by where it lies. */
async function writtenBy({ app, log }: Pick<TestApp, 'app' | 'log'>): Promise<Map<string, Buffer>> {
  const { dataDir, databaseUrl } = app.get(Config);
  const places = new Map<string, Buffer>([['log', Buffer.from(log.join(''))]]);
  for (const name of existsSync(dataDir) ? readdirSync(dataDir) : [])
    places.set(name, readFileSync(join(dataDir, name)));
  if (databaseUrl) places.set('dump', await dumpOf(databaseUrl));
  return places;
}

/** As it is, as UTF-16, and as base64 or an escape of JSON or of a URL would show it. */
const spellings = (value: string): Buffer[] => [
  Buffer.from(value),
  Buffer.from(value, 'utf16le'),
  Buffer.from(Buffer.from(value).toString('base64').slice(0, -4)),
  Buffer.from(
    JSON.stringify(value).replace(/\P{ASCII}/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
  ),
  Buffer.from(encodeURIComponent(value)),
];

const headBytes = 6;

/** One pass over the bytes for all values: by their first bytes, then in full. */
class Finder {
  private readonly byHead = new Map<number, { value: string; spelling: Buffer }[]>();

  constructor(values: readonly string[]) {
    for (const value of values)
      for (const spelling of spellings(value)) {
        const head = spelling.readUIntBE(0, headBytes);
        this.byHead.set(head, [...(this.byHead.get(head) ?? []), { value, spelling }]);
      }
  }

  valuesIn(bytes: Buffer): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at + headBytes <= bytes.length; at += 1)
      for (const { value, spelling } of this.byHead.get(bytes.readUIntBE(at, headBytes)) ?? [])
        if (bytes.subarray(at, at + spelling.length).equals(spelling)) found.add(value);
    return found;
  }
}

/**
 * Every place where a planted value lies open: in a file of the database, in its log of writes, in a
 * dump or in the log. `visible` is a value known to be kept open: if it is not found, nothing was looked at.
 */
export async function plantedValuesFound(
  t: Pick<TestApp, 'app' | 'log'>,
  values: readonly string[],
  visible: string,
): Promise<string[]> {
  const places = [...(await writtenBy(t))];
  if (!places.some(([place, bytes]) => place !== 'log' && bytes.includes(visible)))
    throw new Error(`${visible} is kept open and was not found: the data was not looked at`);
  const finder = new Finder(values);
  return places.flatMap(([place, bytes]) =>
    [...finder.valuesIn(bytes)].map((value) => `${value} in ${place}`),
  );
}
