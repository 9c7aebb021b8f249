import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startMariadb } from '../../.ci/mariadb.mjs';
import { require } from './product.mjs';

const schema = 'bench';

const aFolder = () => mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));

/** An empty SQLite in a folder of its own, until `stop`. */
export async function onSqlite() {
  const dataDir = aFolder();
  const stop = () => rmSync(dataDir, { recursive: true });
  return { name: 'SQLite', dataDir, comeToRest: async () => undefined, stop };
}

/** What was filled in is on the disk and no longer in the way of what is asked. */
async function untilWritten(connection) {
  await connection.query('SET GLOBAL innodb_max_dirty_pages_pct = 0');
  for (let dirty = Infinity; dirty > 100; await pause(1000)) {
    const status = "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'";
    const [[{ Value }]] = await connection.query(status);
    dirty = Number(Value);
  }
  await connection.query('SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT');
}

/** An empty schema of a private MariaDB, until `stop`. */
export async function onMariadb() {
  const server = await startMariadb();
  const dataDir = aFolder();
  const asRoot = async (act) => {
    const connection = await require('mysql2/promise').createConnection(server.url);
    await act(connection).finally(() => connection.end());
  };
  await asRoot((one) => one.query(`CREATE DATABASE ${schema} COLLATE utf8mb4_bin`));
  const stop = async () => {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  };
  const databaseUrl = `${server.url}/${schema}`;
  return { name: 'MariaDB', dataDir, databaseUrl, comeToRest: () => asRoot(untilWritten), stop };
}
