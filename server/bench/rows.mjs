import path from 'node:path';
import { Readable } from 'node:stream';
import { productPart, require } from './product.mjs';

function intoSqlite({ dataDir }, tables) {
  const { SqliteAdapter } = productPart('platform/database/sqlite-adapter.js');
  const database = new SqliteAdapter(path.join(dataDir, 'niangjia.sqlite'), {});
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -2000000');
  for (const { table, columns, rows } of tables) {
    const marks = columns.map(() => '?').join();
    const insert = database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${marks})`);
    database.exec('BEGIN');
    for (const row of rows) insert.run(...row);
    database.exec('COMMIT');
  }
  database.exec('ANALYZE');
  database.close();
}

function* inPieces(rows) {
  let piece = '';
  for (const row of rows) {
    piece += `${row.map((value) => value ?? '\\N').join('\t')}\n`;
    if (piece.length < 60_000) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

async function intoMariadb({ databaseUrl }, tables) {
  const connection = await require('mysql2/promise').createConnection(databaseUrl);
  const run = (sql, options) => connection.query({ sql, ...options });
  await run('SET GLOBAL innodb_buffer_pool_size = 4294967296');
  await run('SET sql_log_bin = 0, unique_checks = 0');
  for (const { table, columns, rows } of tables) {
    await run(
      `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4 (${columns})`,
      { infileStreamFactory: () => Readable.from(inPieces(rows), { objectMode: false }) },
    );
    await run(`ANALYZE TABLE ${table}`);
  }
  await connection.end();
}

/** Puts many rows into the tables of a place that was migrated: each `{ table, columns, rows }`. */
export const putRows = (place, tables) =>
  place.databaseUrl ? intoMariadb(place, tables) : intoSqlite(place, tables);
