import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Connection {
  query: (sql: string) => Promise<unknown>;
  end: () => Promise<void>;
}

// The driver is the server's; the pages have none.
const mysql = createRequire(join(__dirname, '../../server/package.json'))('mysql2/promise') as {
  createConnection: (url: string) => Promise<Connection>;
};

async function query(server: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(server);
  await connection.query(sql).finally(() => connection.end());
}

/** With `TEST_DB=mariadb` a schema of its own on the server of `TEST_MARIADB_URL`; else the embedded database. */
export async function aSchema(): Promise<{ url?: string; drop: () => Promise<void> }> {
  if (process.env['TEST_DB'] !== 'mariadb') return { drop: async () => undefined };
  const server = process.env['TEST_MARIADB_URL'];
  if (!server) throw new Error('TEST_DB=mariadb needs TEST_MARIADB_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    url: new URL(`/${name}`, server).href,
    drop: () => query(server, `DROP DATABASE ${name}`),
  };
}
