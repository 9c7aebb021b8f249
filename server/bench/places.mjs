import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMariadb } from '../../.ci/mariadb.mjs';
import { require } from './product.mjs';

const schema = 'bench';

const aFolder = () => mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));

/** An empty SQLite in a folder of its own, until `stop`. */
export async function onSqlite() {
  const dataDir = aFolder();
  return { name: 'SQLite', dataDir, stop: () => rmSync(dataDir, { recursive: true }) };
}

/** An empty schema of a private MariaDB, until `stop`. */
export async function onMariadb() {
  const server = await startMariadb();
  const dataDir = aFolder();
  const connection = await require('mysql2/promise').createConnection(server.url);
  await connection.query(`CREATE DATABASE ${schema} COLLATE utf8mb4_bin`);
  await connection.end();
  const stop = async () => {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  };
  return { name: 'MariaDB', dataDir, databaseUrl: `${server.url}/${schema}`, stop };
}
