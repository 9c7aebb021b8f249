import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadInTurns, loadRows, loadWords } from './load.mjs';
import { table } from './measure.mjs';
import { questionsFrom } from './part-nearest.mjs';
import { serveFastify, servePlainHttp, serveProduct } from './processes.mjs';

const pathOf = ({ lng, lat, limit, kind }) =>
  `/api/v1/womens-homes/nearest?lng=${lng.toFixed(6)}&lat=${lat.toFixed(6)}&limit=${limit}${kind ? `&kind=${kind}` : ''}`;

const head = ['server', 'requests / s', 'part of the first', 'p99 ms'];

async function untilGuesses(url, paths) {
  for (const each of paths.slice(0, 30)) await fetch(url + each);
  // Two more once the guesses were read behind the first ones.
  await new Promise((resolve) => setTimeout(resolve, 4000));
}

async function nearestOverHttp({ homes, sqlite, mariadb, folder, length }) {
  const questions = questionsFrom(homes, 500, 4);
  const [onSqlite, onMariadb] = [await serveProduct(sqlite), await serveProduct(mariadb)];
  const paths = Object.fromEntries(
    ['any kind', 'one kind'].map((which) => [which, questions[which].map(pathOf)]),
  );
  const file = path.join(folder, 'nearest.json');
  writeFileSync(file, await (await fetch(onSqlite.url + paths['any kind'][0])).text());
  const constant = await serveFastify(file);

  const tables = [];
  for (const [which, all] of Object.entries(paths)) {
    for (const { url } of [onSqlite, onMariadb]) await untilGuesses(url, all);
    const servers = {
      'bare Fastify, the same JSON from a constant': { url: constant.url, paths: ['/'] },
      'nearest on SQLite': { url: onSqlite.url, paths: all },
      'nearest on MariaDB': { url: onMariadb.url, paths: all },
    };
    tables.push(`${which}:\n\n${table(head, loadRows(await loadInTurns(servers, length)))}`);
  }
  for (const server of [onSqlite, onMariadb, constant]) await server.stop();
  return tables.join('\n\n');
}

async function thinnestRoute({ sqlite, folder, length }) {
  const file = path.join(folder, 'live.json');
  writeFileSync(file, '{"status":"ok"}');
  const started = {
    'node:http': await servePlainHttp(file),
    'bare Fastify': await serveFastify(file),
    'bare Fastify with its request log': await serveFastify(file, 'log'),
    'ours without request log': await serveProduct(sqlite),
    'ours with request log': await serveProduct(sqlite, { LOG_LEVEL: 'info' }),
  };
  const servers = Object.fromEntries(
    Object.entries(started).map(([name, { url }]) => [name, { url, paths: ['/api/health/live'] }]),
  );
  const results = await loadInTurns(servers, length);
  for (const server of Object.values(started)) await server.stop();
  return table(head, loadRows(results));
}

export async function measureHttp({ isQuick, ...given }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'niangjia-bench-'));
  const length = isQuick ? { rounds: 1, seconds: 1 } : { rounds: 5, seconds: 4 };
  try {
    const nearest = await nearestOverHttp({ ...given, folder, length });
    const thinnest = await thinnestRoute({ ...given, folder, length });
    return `The nearest 20 of ${given.homes.length.toLocaleString('en')} homes over HTTP (${loadWords(length)}; client, server and database share the machine).

${nearest}

The thinnest route, \`GET /api/health/live\`:

${thinnest}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
