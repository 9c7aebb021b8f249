import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DataSource } from 'typeorm';
import type { RingKey } from '../crypto/keys';
import { StartFault } from '../start-fault';
import { seal } from './sealed-file';
import { snapshot } from './snapshot';
import { Sums } from './sums';

/** What stands first in a backup: it goes back only into the tables it came from. */
export async function migrationsOf({ manager }: DataSource): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    'SELECT name FROM migration ORDER BY timestamp',
  );
  return rows.map(({ name }) => name);
}

async function* linesOf(dataSource: DataSource, sums: Sums): AsyncGenerator<string> {
  yield `${JSON.stringify({ migrations: await migrationsOf(dataSource) })}\n`;
  for await (const row of snapshot(dataSource)) {
    sums.add(row);
    yield `${JSON.stringify([row.table, ...row.values])}\n`;
  }
  yield `${JSON.stringify({ sums })}\n`;
}

/** Writes all tables into one sealed file; under its name it stands only when it is whole and on the disk. */
export async function backUp(
  dataSource: DataSource,
  ring: readonly RingKey[],
  file: string,
): Promise<Sums> {
  if (existsSync(file)) throw new StartFault(`${file} is there already: choose another name.`);
  if (await dataSource.showMigrations())
    throw new StartFault(
      'The tables are older than this program: start the service with it first.',
    );

  const sums = new Sums();
  const part = `${file}.part`;
  const lines = Readable.from(linesOf(dataSource, sums));
  try {
    await pipeline(
      lines,
      createGzip(),
      (plain: AsyncIterable<Buffer>) => seal(plain, ring),
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return sums;
}
