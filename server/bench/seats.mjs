import http from 'node:http';
import { productPart, startProduct } from './product.mjs';

const dayMs = 24 * 60 * 60_000;

/** A federation, women who are signed in, and activities of so many seats, one for each round. */
export async function fillSeats(place, { women, seats, activities }) {
  const { app, dataSource } = await startProduct(place);
  const of = (file, name) => app.get(productPart(file)[name], { strict: false });
  const accounts = of('account', 'Accounts');
  const sessions = of('account', 'Sessions');
  const { newId } = productPart('platform/ids.js');
  const { ActivityRow } = productPart('activity');
  const invented = Array.from({ length: women }, (_, n) => ({
    name: `示例${n}`,
    isInvented: true,
  }));
  const filled = await of('platform/database/unit-of-work.js', 'UnitOfWork').run(async (tx) => {
    const federation = await of('federation', 'Federations').establish(tx, {
      name: '示例妇联',
      kind: 'federation',
      sector: 'place',
      level: 'town',
      parent: null,
      establishmentMode: 'alone',
      partners: [],
    });
    const tokens = [];
    for (const id of await accounts.add(tx, invented))
      tokens.push((await sessions.start(tx, id, [])).token);
    const rows = Array.from({ length: activities }, () => activity(newId(), federation, seats));
    await tx.insert(ActivityRow, rows);
    return { tokens, ids: rows.map(({ id }) => id) };
  });
  const seen = (id) => dataSource.manager.findOneByOrFail(ActivityRow, { id });
  return { ...filled, seen, close: () => app.close() };
}

function activity(id, { id: federationId, path: federationPath }, seats) {
  const startsAt = Date.now() + dayMs;
  const until = { registrationClosesAt: startsAt, cancellableUntil: startsAt };
  const point = { lng: 118.4, lat: 24.9, cell: 0 };
  const none = { taken: 0, waiting: 0, queued: 0, cancelReason: null };
  const words = { title: '示例活动', text: '示例', place: '示例' };
  return {
    ...{ id, federationId, federationPath, ...words, ...point, ...until, ...none, seats },
    ...{ startsAt, endsAt: startsAt + dayMs, state: 'published', version: 1, updatedAt: 0 },
  };
}

function post(agent, url, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: 'POST', headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (piece) => (text += piece));
      reply.on('end', () => resolve({ status: reply.statusCode, ...JSON.parse(text) }));
    });
    request.on('error', reject);
    request.end('{}');
  });
}

/** Sends every request over so many kept connections; replies, and how many came a second. */
export async function rush(urls, headersOf, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const from = performance.now();
  const replies = await Promise.all(
    urls.map((url, n) => post(agent, url, { 'content-type': 'application/json', ...headersOf(n) })),
  );
  const perSecond = (urls.length / (performance.now() - from)) * 1000;
  agent.destroy();
  return { replies, perSecond };
}
