import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { startMariadb } from '../../.ci/mariadb.mjs';
import { countryOf, villages } from './country.mjs';
import { migrate, productPart, require } from './product.mjs';

export const seed = 20261122;
const columns = [
  'id',
  'name',
  'kind',
  'federation_id',
  'federation_path',
  'division_code',
  'address',
  'phone',
  'lng',
  'lat',
  'cell',
  'point_is_invented',
  'confidential',
  'services',
  'open_bits',
  'hours',
  'version',
  'updated_at',
];

/** Every home of the invented country as a row of the product's table; every thousandth is a shelter. */
function* rowsOf(homes) {
  const { cellOf } = productPart('platform/geo/cells.js');
  const { openBitsOf } = productPart('womens-home/open-bits.js');
  const bitsOf = new Map();
  for (const [n, home] of homes.entries()) {
    if (!bitsOf.has(home.hours)) bitsOf.set(home.hours, openBitsOf(JSON.parse(home.hours)));
    const { id, name, kind, divisionCode, address, phone, lng, lat, services, hours } = home;
    const branch = [id, `/${divisionCode.slice(0, 2)}/${divisionCode.slice(0, 9)}/${id}/`];
    const bits = bitsOf.get(hours);
    const place = [lng, lat, cellOf(lng, lat), 1, isShelter(n) ? 1 : 0];
    yield [
      id,
      name,
      kind,
      ...branch,
      divisionCode,
      address,
      phone,
      ...place,
      services,
      bits,
      hours,
      1,
      0,
    ];
  }
}

export const isShelter = (n) => n % 1000 === 999;

export async function fillSqlite(homes) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));
  await migrate({ dataDir });
  const { SqliteAdapter } = productPart('platform/database/sqlite-adapter.js');
  const database = new SqliteAdapter(path.join(dataDir, 'niangjia.sqlite'), {});
  const marks = columns.map(() => '?').join();
  const insert = database.prepare(`INSERT INTO womens_home (${columns}) VALUES (${marks})`);
  database.pragma('synchronous = OFF');
  database.exec('BEGIN');
  for (const row of rowsOf(homes)) insert.run(...row);
  database.exec('COMMIT; ANALYZE');
  database.close();
  return { name: 'SQLite', dataDir, stop: () => rmSync(dataDir, { recursive: true, force: true }) };
}

function* inPieces(homes) {
  let piece = '';
  for (const row of rowsOf(homes)) {
    piece += `${row.join('\t')}\n`;
    if (piece.length < 60_000) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

// The same rows with a POINT and a SPATIAL index: what a MariaDB user would build.
const spatialTable = [
  'CREATE TABLE spatial_home AS SELECT *, POINT(lng, lat) AS place FROM womens_home',
  'ALTER TABLE spatial_home MODIFY place POINT NOT NULL, ADD PRIMARY KEY (id), ADD SPATIAL INDEX (place)',
  'ANALYZE TABLE womens_home, spatial_home',
];

export async function fillMariadb(homes) {
  const server = await startMariadb();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));
  const databaseUrl = `${server.url}/bench`;
  const connection = await require('mysql2/promise').createConnection(server.url);
  const run = (sql, options) => connection.query({ sql, ...options });
  await run('SET GLOBAL innodb_buffer_pool_size = 1610612736');
  await run('CREATE DATABASE bench COLLATE utf8mb4_bin');
  await migrate({ dataDir, databaseUrl });

  await run('USE bench');
  await run('SET sql_log_bin = 0, unique_checks = 0');
  await run(
    `LOAD DATA LOCAL INFILE 'homes' INTO TABLE womens_home CHARACTER SET utf8mb4 (${columns})`,
    { infileStreamFactory: () => Readable.from(inPieces(homes), { objectMode: false }) },
  );
  for (const sql of spatialTable) await run(sql);
  await connection.end();
  const stop = () => {
    rmSync(dataDir, { recursive: true, force: true });
    return server.stop();
  };
  return { name: 'MariaDB', dataDir, databaseUrl, stop };
}

export const theCountry = (isQuick) => [...countryOf(seed, isQuick ? villages / 10 : villages)];
