import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMariadb } from '../../.ci/mariadb.mjs';
import { median, table } from './measure.mjs';
import { serveBareSeats, serveProduct } from './processes.mjs';
import { migrate, require } from './product.mjs';
import { fillSeats, rush } from './seats.mjs';

const women = 2000;
const seats = 100;
const connections = 50;

const aFolder = () => mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));

async function onSqlite() {
  const dataDir = aFolder();
  return { name: 'SQLite', dataDir, stop: () => rmSync(dataDir, { recursive: true }) };
}

async function onMariadb() {
  const server = await startMariadb();
  const dataDir = aFolder();
  const connection = await require('mysql2/promise').createConnection(server.url);
  await connection.query('CREATE DATABASE seats COLLATE utf8mb4_bin');
  await connection.end();
  const stop = async () => {
    rmSync(dataDir, { recursive: true });
    await server.stop();
  };
  return { name: 'MariaDB', dataDir, databaseUrl: `${server.url}/seats`, stop };
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
    const sold = await rush(Array(women).fill(path), asked, connections);
    checkExact(sold, await given.seen(ourId), `${place.name}, ours`);
    const least = await rush(Array(women).fill(`${bare.url}/${bareId}`), () => ({}), connections);
    checkExact(least, await given.seen(bareId), `${place.name}, bare`);
    // The first round only warms.
    if (round === 0) continue;
    seen.ours.push(sold.perSecond);
    seen.bare.push(least.perSecond);
  }
  for (const server of [ours, bare]) await server.stop();
  await given.close();
  const [a, b] = [median(seen.ours), median(seen.bare)];
  return [place.name, Math.round(a), Math.round(b), (a / b).toFixed(2)];
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
  const head = ['database', 'registrations / s', 'bare conditional UPDATE / s', 'part'];
  return `${women.toLocaleString('en')} women, each with her own session and Idempotency-Key, for ${seats} seats over HTTP, ${connections} connections, ${rounds} rounds in turns, medians. In every round ${seats} were told yes and ${women - seats} that they wait, each once, and the database said the same. Beside it a bare Fastify that does only the least for the same promise, without session, registration, key or kept reply: a seat by one conditional UPDATE, else one that counts her in the queue.

${table(head, rows)}`;
}
