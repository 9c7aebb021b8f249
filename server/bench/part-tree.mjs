import { countryOf, villages } from './country.mjs';
import { seed } from './homes.mjs';
import { latencyCells, table } from './measure.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { migrate, productPart, startProduct } from './product.mjs';
import { putRows } from './rows.mjs';

const columns =
  'id,name,kind,sector,level,parent_id,path,division_code,establishment_mode,created_at';
const levels = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'town', 12: 'village' };
const lengths = Object.keys(levels).map(Number);
const idOf = (code) => code.padEnd(26, 'X');
const times = 1000;

/** The federation of each place of the invented country, from the top down; one for the country itself. */
function federationsOf(count) {
  const places = new Map();
  for (const [n, { divisionCode }] of [...countryOf(seed, count)].entries()) {
    for (const length of lengths.slice(0, -1)) places.set(divisionCode.slice(0, length), length);
    // The generator's village numbers repeat in a town: a number of its own instead.
    places.set(`${divisionCode.slice(0, 9)}${n}`, 12);
  }
  return [...places].sort(([, a], [, b]) => a - b);
}

const top = idOf('CN');

function* rowsOf(places) {
  const facts = ['妇联', 'federation', 'place'];
  yield [top, ...facts, 'province', null, `/${top}/`, null, 'alone', 0];
  for (const [code, length] of places) {
    const above = lengths.filter((one) => one < length).map((one) => idOf(code.slice(0, one)));
    const ids = [top, ...above, idOf(code)];
    yield [
      ids.at(-1),
      ...facts,
      levels[length],
      ids.at(-2),
      `/${ids.join('/')}/`,
      null,
      'alone',
      0,
    ];
  }
}

/** Each federation counts in its own branch and in all above it, as the product keeps it. */
function* countsOf(places) {
  const n = new Map([[top, 1]]);
  for (const [code, length] of places)
    for (const id of [
      top,
      ...lengths
        .filter((one) => one <= length)
        .map((one) => idOf(one === 12 ? code : code.slice(0, one))),
    ])
      n.set(id, (n.get(id) ?? 0) + 1);
  for (const [id, count] of n) yield [id, 'federation', 'federation', 'place', '0001-01-01', count];
}

const countColumns = ['federation_id', 'what', 'kind', 'sector', 'from_day', 'n'];

async function measureOn(place, places, rounds) {
  await migrate(place);
  await putRows(place, [
    { table: 'federation', columns: columns.split(','), rows: rowsOf(places) },
    { table: 'federation_count', columns: countColumns, rows: countsOf(places) },
  ]);
  const { app, dataSource } = await startProduct(place);
  const counts = app.get(productPart('federation').FederationCounts, { strict: false });
  const from = performance.now();
  const differences = await counts.recount();
  if (differences.length > 0) throw new Error(`${place.name}: ${differences.length} differ`);
  const recountSeconds = (performance.now() - from) / 1000;

  const some = (length) => places.filter(([, one]) => one === length).map(([code]) => idOf(code));
  const asked = { county: some(6), province: some(2), country: [top] };
  const rows = [];
  for (const [name, ids] of Object.entries(asked)) {
    const took = [];
    for (let n = 0; n < rounds; n += 1) {
      const begun = performance.now();
      await counts.of(dataSource.manager, ids[n % ids.length]);
      took.push(performance.now() - begun);
    }
    rows.push([place.name, name, ...latencyCells(took)]);
  }
  const [whole] = await counts.of(dataSource.manager, top);
  if (whole.n !== places.length + 1) throw new Error(`${place.name}: ${whole.n} are counted`);
  await app.close();
  return { rows, recount: `${recountSeconds.toFixed(0)} s on ${place.name}` };
}

/** The numbers of a county, a province and the country, as the file of a federation asks for them. */
export async function measureTree({ isQuick }) {
  const places = federationsOf(isQuick ? villages / 10 : villages);
  const measured = [];
  for (const open of [onSqlite, onMariadb]) {
    const place = await open();
    try {
      measured.push(await measureOn(place, places, isQuick ? 200 : times));
    } finally {
      await place.stop();
    }
  }
  const head = ['database', 'branch', 'median ms', 'p99 ms', 'answers / s'];
  const federations = (places.length + 1).toLocaleString('en');
  return `The numbers of a branch among ${federations} federations, in process, one after another. They are kept with each change; counting everything afresh from the rows, as each night does, took ${measured.map(({ recount }) => recount).join(', ')}.

${table(
  head,
  measured.flatMap(({ rows }) => rows),
)}`;
}
