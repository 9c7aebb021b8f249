import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  dataDir: string;
  databaseUrl?: string;
  drop: () => Promise<void>;
}

function temporaryFolder(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'niangjia-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function query(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  await connection.query(sql).finally(() => connection.end());
}

/**
 * A database for one test file: SQLite in a folder of its own, or with `TEST_DB=mariadb` a schema of
 * its own on the server of `TEST_MARIADB_URL`.
 */
export async function aDatabase(): Promise<TestDatabase> {
  const { dataDir, remove } = temporaryFolder();
  if (process.env.TEST_DB !== 'mariadb') return { dataDir, drop: async () => remove() };

  const server = process.env.TEST_MARIADB_URL;
  if (!server) throw new Error('TEST_DB=mariadb needs TEST_MARIADB_URL');
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${schema}`;
  const drop = async (): Promise<void> => {
    await query(server, `DROP DATABASE ${schema}`);
    remove();
  };
  return { dataDir, databaseUrl: url.href, drop };
}
