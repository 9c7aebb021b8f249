import { countryOf, villages } from './country.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { migrate, productPart, require } from './product.mjs';
import { putRows } from './rows.mjs';

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

async function filled(place, homes) {
  await migrate(place);
  await putRows(place, [{ table: 'womens_home', columns, rows: rowsOf(homes) }]);
  return place;
}

export const fillSqlite = async (homes) => filled(await onSqlite(), homes);

// The same rows with a POINT and a SPATIAL index: what a MariaDB user would build.
const spatialTable = [
  'CREATE TABLE spatial_home AS SELECT *, POINT(lng, lat) AS place FROM womens_home',
  'ALTER TABLE spatial_home MODIFY place POINT NOT NULL, ADD PRIMARY KEY (id), ADD SPATIAL INDEX (place)',
  'ANALYZE TABLE spatial_home',
];

export async function fillMariadb(homes) {
  const place = await filled(await onMariadb(), homes);
  const connection = await require('mysql2/promise').createConnection(place.databaseUrl);
  for (const sql of spatialTable) await connection.query(sql);
  await connection.end();
  return place;
}

export const theCountry = (isQuick) => [...countryOf(seed, isQuick ? villages / 10 : villages)];
