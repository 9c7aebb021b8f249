import { federationsOf, branchOf, pathOf } from './federations.mjs';
import { seed, theCountry } from './homes.mjs';
import { latencyCells, median, table, takingTurns } from './measure.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { migrate, productPart, startProduct } from './product.mjs';
import { putRows } from './rows.mjs';
import { ticketsOf, ticketTables } from './tickets.mjs';

const limit = 20;
const farPageOf = (isQuick) => (isQuick ? 50 : 500);
const branches = [
  ['the country', 1],
  ['a province', 2],
];
const asked = [
  ['all', {}],
  ['accepted', { state: 'accepted' }],
];

async function filled(place, homes, tickets) {
  await migrate(place);
  await putRows(place, [federationsOf(homes), ...ticketTables(tickets)]);
  return place;
}

/** A village of 山东, which has the most. */
const inLargest = (homes) => homes.find(({ divisionCode }) => divisionCode.startsWith('37'));

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

async function measureOn(name, list, homes, isQuick) {
  const rows = [];
  const farPage = farPageOf(isQuick);
  for (const [branch, depth] of branches)
    for (const [what, query] of asked) {
      const person = staffOf(pathOf(branchOf(inLargest(homes)).slice(0, depth)));
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

async function measureAt(place, homes, tickets, isQuick) {
  await filled(place, homes, tickets);
  const { app } = await startProduct(place);
  try {
    const list = app.get(productPart('case-ticket/desk-list.service.js').DeskList);
    return await measureOn(place.name, list, homes, isQuick);
  } finally {
    await app.close();
  }
}

export async function measureDesk({ isQuick }) {
  const homes = theCountry(isQuick);
  const tickets = ticketsOf(seed, homes, isQuick ? 100_000 : 1_000_000);
  const federations = new Set(homes.flatMap(branchOf)).size;
  const rows = [];
  for (const onDatabase of [onSqlite, onMariadb]) {
    const place = await onDatabase();
    try {
      rows.push(...(await measureAt(place, homes, tickets, isQuick)));
    } finally {
      await place.stop();
    }
  }
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
    `The triage list at ${tickets.length.toLocaleString('en')} tickets over ${federations.toLocaleString('en')} federations (seed ${seed}), ${limit} to a page, in process, down to the objects that become JSON, page 1 and page ${farPageOf(isQuick)} taking turns. “Part” is the median beside that of page 1.`,
    table(head, rows),
  ].join('\n\n');
}
