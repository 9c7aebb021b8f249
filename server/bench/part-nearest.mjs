import { askersOf, strangersOf } from './country.mjs';
import { bruteForce } from './brute-force.mjs';
import { explainLists } from './explain.mjs';
import { seed } from './homes.mjs';
import { latencyCells, rate, table, takingTurns } from './measure.mjs';
import { productPart, startProduct } from './product.mjs';
import { startSpatial } from './spatial.mjs';

const limit = 20;

/** Some questions name a kind: in turn a common one, a rare one and the rarest. */
const kinds = ['childrens_home', 'nursing_room', 'left_behind_children_station'];

export function questionsFrom(homes, count, offset = 0) {
  const askers = askersOf(seed + offset, homes, count);
  return {
    'any kind': askers.map((point) => ({ ...point, limit })),
    'from anywhere': strangersOf(seed + offset, count).map((point) => ({ ...point, limit })),
    'one kind': askers.map((point, n) => ({ ...point, limit, kind: kinds[n % kinds.length] })),
  };
}

async function startContender(place) {
  const { app, dataSource } = await startProduct(place);
  const homes = app.get(productPart('womens-home/womens-home.service.js').ListedHomes);
  const known = app.get(productPart('womens-home/known-cells.js').KnownCells);
  // The guess is read behind the first answers; without it the answers are the same, only slower.
  for (const kind of [undefined, ...kinds]) await homes.nearest({ lng: 116, lat: 39, kind });
  await known.settled();
  return { app, dataSource, nearest: async (question) => (await homes.nearest(question)).items };
}

async function countEqual(nearest, questions, expected) {
  let equal = 0;
  for (const [at, question] of questions.entries()) {
    const ids = (await nearest(question)).map(({ id }) => id);
    if (ids.join() === expected[at].join()) equal += 1;
  }
  return `${equal} of ${questions.length}`;
}

export async function measureNearest({ homes, sqlite, mariadb, isQuick }) {
  const ours = { SQLite: await startContender(sqlite), MariaDB: await startContender(mariadb) };
  const contenders = {
    'ours on SQLite': ours.SQLite.nearest,
    'ours on MariaDB': ours.MariaDB.nearest,
    'MariaDB SPATIAL': startSpatial(ours.MariaDB.dataSource),
  };
  const rows = [];
  const ratios = [];
  // SPATIAL needs a large part of a second for one rare kind, so that there are fewer such questions.
  const counts = isQuick
    ? { 'any kind': 300, 'from anywhere': 30, 'one kind': 30 }
    : { 'any kind': 3000, 'from anywhere': 300, 'one kind': 300 };
  for (const [which, count] of Object.entries(counts)) {
    const ask = (part, offset) => questionsFrom(homes, Math.ceil(count * part), offset)[which];
    await takingTurns(contenders, ask(0.1, 1));
    const times = await takingTurns(contenders, ask(1, 3));

    const checked = ask(isQuick ? 0.1 : 0.2, 2).slice(0, 100);
    const expected = checked.map((question) => bruteForce(homes, question));
    for (const [name, nearest] of Object.entries(contenders)) {
      const equal = await countEqual(nearest, checked, expected);
      rows.push([`${count} × ${which}`, name, ...latencyCells(times[name]), equal]);
    }
    const ratio = rate(times['ours on MariaDB']) / rate(times['MariaDB SPATIAL']);
    ratios.push(`${which}: ${ratio.toFixed(1)} times the rate of MariaDB SPATIAL`);
  }
  const plans = [
    ...(await explainLists('SQLite', ours.SQLite.dataSource)),
    ...(await explainLists('MariaDB', ours.MariaDB.dataSource)),
  ];
  for (const { app } of Object.values(ours)) await app.close();

  const head = [
    'question',
    'answered by',
    'median ms',
    'p99 ms',
    'answers / s',
    'ids equal brute force',
  ];
  return `The nearest ${limit} of ${homes.length.toLocaleString('en')} homes (seed ${seed}), in process, down to the objects that become JSON; the contenders taking turns at the same questions. “From anywhere” asks from a box around the country, at sea and abroad too, up to 1,200 km from the next home.

${table(head, rows)}

On MariaDB, ${ratios.join('; ')}.

Indexes that the lists use at this size:

${table(['database', 'list', 'plan'], plans)}`;
}
