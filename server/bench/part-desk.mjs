import { Worker } from 'node:worker_threads';
import { seed } from './homes.mjs';
import { latencyCells, median, table, takingTurns } from './measure.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { productPart, startProduct } from './product.mjs';

const limit = 20;
const farPageOf = (isQuick) => (isQuick ? 50 : 500);
const asked = [
  ['all', {}],
  ['accepted', { state: 'accepted' }],
];

/** In a heap of its own, so that what fills the tables is no load on what is measured. */
const filled = ({ dataDir, databaseUrl }, isQuick) =>
  new Promise((resolve, reject) => {
    const workerData = { place: { dataDir, databaseUrl }, isQuick };
    new Worker(new URL('fill-desk.mjs', import.meta.url), { workerData })
      .once('message', resolve)
      .once('error', reject);
  });

/** Somebody of the staff of a federation, as the service knows her. */
const staffOf = (path) => ({
  accountId: '0'.repeat(26),
  posts: [{ id: '0'.repeat(26), federationId: '', path, kind: 'staff' }],
});

async function cursorOf(list, person, query, page) {
  let after;
  for (let n = 1; n < page; n += 1) {
    after = (await list.page(person, { ...query, limit, after })).next;
    if (after === null) throw new Error(`There is no page ${page}.`);
  }
  return after;
}

async function measureOn(name, list, branches, isQuick) {
  const rows = [];
  const farPage = farPageOf(isQuick);
  for (const [branch, path] of branches)
    for (const [what, query] of asked) {
      const person = staffOf(path);
      const after = await cursorOf(list, person, query, farPage);
      const pages = {
        'page 1': () => list.page(person, { ...query, limit }),
        [`page ${farPage}`]: () => list.page(person, { ...query, limit, after }),
      };
      const questions = Array.from({ length: isQuick ? 100 : 1000 });
      await takingTurns(pages, questions.slice(0, 50));
      const times = await takingTurns(pages, questions);
      const first = median(times['page 1']);
      for (const [page, all] of Object.entries(times)) {
        const part = (median(all) / first).toFixed(2);
        rows.push([name, branch, what, page, ...latencyCells(all), part]);
      }
    }
  return rows;
}

async function measureAt(place, isQuick) {
  const { branches, ...counted } = await filled(place, isQuick);
  await place.comeToRest();
  const { app } = await startProduct(place);
  try {
    const list = app.get(productPart('case-ticket/desk-list.service.js').DeskList);
    return { ...counted, rows: await measureOn(place.name, list, branches, isQuick) };
  } finally {
    await app.close();
  }
}

export async function measureDesk({ isQuick }) {
  const measured = [];
  for (const onDatabase of [onSqlite, onMariadb]) {
    const place = await onDatabase();
    try {
      measured.push(await measureAt(place, isQuick));
    } finally {
      await place.stop();
    }
  }
  const [{ tickets, federations }] = measured;
  const head = [
    'database',
    'branch',
    'tickets',
    'page',
    'median ms',
    'p99 ms',
    'pages / s',
    'part',
  ];
  return [
    `The triage list at ${tickets.toLocaleString('en')} tickets over ${federations.toLocaleString('en')} federations (seed ${seed}), ${limit} to a page, in process, down to the objects that become JSON, once what was filled in is on the disk, page 1 and page ${farPageOf(isQuick)} taking turns. “Part” is the median beside that of page 1.`,
    table(
      head,
      measured.flatMap(({ rows }) => rows),
    ),
  ].join('\n\n');
}
