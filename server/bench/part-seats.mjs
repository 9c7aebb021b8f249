import { computedMs, median, table } from './measure.mjs';
import { serveBareSeats, serveProduct } from './processes.mjs';
import { onMariadb, onSqlite } from './places.mjs';
import { migrate } from './product.mjs';
import { fillSeats, rush } from './seats.mjs';

const women = 2000;
const seats = 100;
const connections = 50;

/** One rush at a server: how many a second, and how long the server computed for each. */
async function measured({ pid }, urls, headersOf) {
  const before = computedMs(pid);
  const { replies, perSecond } = await rush(urls, headersOf, connections);
  return { replies, perSecond, computed: (computedMs(pid) - before) / urls.length };
}

/** Fails when anything but 100 yeses came, or the database says something else than the replies. */
function checkExact({ replies }, { taken, waiting }, at) {
  const count = (state) => replies.filter((reply) => reply.state === state).length;
  const ids = new Set(replies.map(({ id }) => id)).size;
  const exact = { yes: seats, wait: women - seats, taken: seats, waiting: women - seats };
  const seen = { yes: count('registered'), wait: count('waiting'), taken, waiting };
  if (JSON.stringify(seen) !== JSON.stringify(exact))
    throw new Error(`${at}: ${JSON.stringify(seen)}`);
  if (ids !== women && replies[0].id) throw new Error(`${at}: ${ids} registrations`);
}

async function measureOn(place, rounds) {
  await migrate(place);
  const given = await fillSeats(place, { women, seats, activities: 2 * (rounds + 1) });
  const ours = await serveProduct(place, { LIMIT_FACTOR: '1000' });
  const bare = await serveBareSeats(place);
  const seen = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [ourId, bareId] = given.ids.splice(0, 2);
    const path = `${ours.url}/api/v1/activities/${ourId}/registrations`;
    const asked = (n) => ({
      authorization: `Bearer ${given.tokens[n]}`,
      'idempotency-key': `round-${round}`,
    });
    const sold = await measured(ours, Array(women).fill(path), asked);
    checkExact(sold, await given.seen(ourId), `${place.name}, ours`);
    const least = await measured(bare, Array(women).fill(`${bare.url}/${bareId}`), () => ({}));
    checkExact(least, await given.seen(bareId), `${place.name}, bare`);
    // The first round only warms.
    if (round === 0) continue;
    seen.ours.push(sold);
    seen.bare.push(least);
  }
  for (const server of [ours, bare]) await server.stop();
  await given.close();
  const middle = (rushes, of) => median(rushes.map((one) => one[of]));
  const rates = [seen.ours, seen.bare].map((rushes) => middle(rushes, 'perSecond'));
  const computed = [seen.ours, seen.bare].map((rushes) => middle(rushes, 'computed').toFixed(2));
  return [place.name, ...rates.map(Math.round), (rates[0] / rates[1]).toFixed(2), ...computed];
}

/** 2,000 women for 100 seats, beside a server that does nothing but the conditional UPDATE. */
export async function measureSeats({ isQuick }) {
  const rounds = isQuick ? 1 : 3;
  const rows = [];
  for (const open of [onSqlite, onMariadb]) {
    const place = await open();
    try {
      rows.push(await measureOn(place, rounds));
    } finally {
      await place.stop();
    }
  }
  const head = [
    ...['database', 'registrations / s', 'bare conditional UPDATE / s', 'part'],
    ...['ours computes, ms', 'the bare one computes, ms'],
  ];
  return `${women.toLocaleString('en')} women, each with her own session and Idempotency-Key, for ${seats} seats over HTTP, ${connections} connections, ${rounds} rounds in turns, medians. In every round ${seats} were told yes and ${women - seats} that they wait, each once, and the database said the same.

What stands beside it: a process with a bare Fastify over the same HTTP, asked by the same ${connections} connections for the same database with the same durability (SQLite: WAL, synchronous=FULL; MariaDB: innodb_flush_log_at_trx_commit=1, sync_binlog=1, as many connections to it). It does only the least for the same promise, prepared once and each in a transaction of its own: a seat by one conditional UPDATE, else one UPDATE that counts her in the queue. It knows no session and writes no registration, no place in the queue and no kept reply; ours does, and answers after the COMMIT too. On SQLite ours waits for the disk once for all that come within one turn of the event loop, the bare one once a request: on a slow or busy disk that alone decides. The last columns are what each server process computed for one request, with the kernel's work for it; MariaDB's own is not in them.

${table(head, rows)}`;
}
