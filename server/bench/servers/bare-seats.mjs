import { createRequire } from 'node:module';
import path from 'node:path';
import fastify from 'fastify';

const require = createRequire(import.meta.url);
const [port, dataDir, databaseUrl] = process.argv.slice(2);

// The least that keeps the promise: a seat by one conditional UPDATE, else a place in the queue.
const take =
  "UPDATE activity SET taken = taken + 1 WHERE id = ? AND state = 'published' AND taken < seats";
const queue = 'UPDATE activity SET waiting = waiting + 1 WHERE id = ?';

function onSqlite() {
  const { SqliteAdapter } = require('../../dist/platform/database/sqlite-adapter.js');
  const database = new SqliteAdapter(path.join(dataDir, 'niangjia.sqlite'), {});
  database.pragma('synchronous = FULL');
  const statements = new Map([take, queue].map((sql) => [sql, database.prepare(sql)]));
  return (sql, id) => statements.get(sql).run(id).changes;
}

function onMysql() {
  const pool = require('mysql2/promise').createPool({ uri: databaseUrl, connectionLimit: 20 });
  return async (sql, id) => (await pool.execute(sql, [id]))[0].affectedRows;
}

const run = databaseUrl ? onMysql() : onSqlite();
const server = fastify();
server.get('/', () => 'ready');
server.post('/:id', async ({ params: { id } }, reply) => {
  if ((await run(take, id)) === 1) return reply.code(201).send({ state: 'registered' });
  await run(queue, id);
  return reply.code(201).send({ state: 'waiting' });
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
