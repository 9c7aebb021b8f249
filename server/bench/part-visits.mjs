import { median, table } from './measure.mjs';
import { serveProduct } from './processes.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { migrate } from './product.mjs';
import { fillField } from './field.mjs';

const visits = 500;
const batch = 100;
/** As its makers published it, on 20 cores: documents a second. */
const publishedOfCht = 14.7;

/** One phone, one batch after the other; the milliseconds of the whole session. */
async function sync({ url }, token, facts, outcome) {
  const from = performance.now();
  for (let at = 0; at < facts.length; at += batch) {
    const reply = await fetch(`${url}/api/v1/visits/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ facts: facts.slice(at, at + batch) }),
    });
    const { results } = await reply.json();
    const other = results?.find((result) => result.outcome !== outcome);
    if (reply.status !== 200 || other) throw new Error(`${reply.status} ${JSON.stringify(other)}`);
  }
  return performance.now() - from;
}

async function measureOn(place, rounds) {
  await migrate(place);
  const field = await fillField(place);
  const server = await serveProduct(place, { LIMIT_FACTOR: '1000' });
  const seen = { first: [], again: [] };
  await sync(server, field.token, field.links, 'stored');
  for (let round = 0; round <= rounds; round += 1) {
    const facts = field.visits(visits);
    const first = await sync(server, field.token, facts, 'stored');
    const again = await sync(server, field.token, facts, 'already');
    // The first round only warms.
    if (round === 0) continue;
    seen.first.push(first);
    seen.again.push(again);
  }
  const stored = await field.stored();
  if (stored !== visits * (rounds + 1)) throw new Error(`${place.name}: ${stored} visits`);
  await server.stop();
  await field.close();
  const perSecond = (times) => Math.round(visits / (median(times) / 1000)).toLocaleString('en');
  return [place.name, perSecond(seen.first), perSecond(seen.again)];
}

/** 500 visits that one phone wrote in flight mode, in one session; then the same once more. */
export async function measureVisits({ isQuick }) {
  const rounds = isQuick ? 1 : 5;
  const rows = [];
  for (const open of [onSqlite, onMariadb]) {
    const place = await open();
    try {
      rows.push(await measureOn(place, rounds));
    } finally {
      await place.stop();
    }
  }
  const head = ['database', 'visits / s', 'the same sent again / s'];
  return `${visits} visits of 200 women, each with a note and every fifth with a need, in one sync session over HTTP: ${visits / batch} batches of ${batch}, one after another, ${rounds} rounds, medians. Everything personal is sealed, each batch is one transaction and is on the disk before it is answered. After all rounds the database held each visit once. The Community Health Toolkit published ${publishedOfCht} documents a second on 20 cores; that is another machine and another document, so it is a mark, not a race.

${table(head, rows)}`;
}
