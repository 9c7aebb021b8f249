import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { errorOf } from './errors';
import { type Told, type Trouble, WeChat } from './wechat';

const apps = (process.env.SIMULATOR_APPS ?? 'wx0000000000000000:secret')
  .split(',')
  .map((app) => app.split(':') as [string, string]);
const wechat = new WeChat(new Map(apps));

const slowMs = 500;

function answer(reply: ServerResponse, body: object, status = 200): void {
  // WeChat's own type for JSON.
  reply.writeHead(status, { 'content-type': 'text/plain' }).end(JSON.stringify(body));
}

function trouble(kind: Exclude<Trouble, 'slow'>, reply: ServerResponse): void {
  if (typeof kind === 'number') return answer(reply, errorOf(kind));
  if (kind === 'cut') return void reply.destroy();
  if (kind === 'redirect') return void reply.writeHead(302, { location: '/elsewhere' }).end();
  if (kind === 'gateway') return void reply.writeHead(502).end('<html>Bad Gateway</html>');
}

async function serve(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/sns/jscode2session') {
    const kind = wechat.nextTrouble();
    if (kind === 'slow') await pause(slowMs);
    else if (kind !== undefined) return trouble(kind, reply);
    return answer(reply, wechat.codeToSession(request.method, searchParams));
  }
  const what = /^\/simulator\/(\w+)$/.exec(pathname)?.[1];
  const told = what && (JSON.parse((await text(request)) || '{}') as Told);
  const done = told ? wechat.tell(what, told) : undefined;
  return answer(reply, done ?? {}, done ? 200 : 404);
}

if (process.env.MODE === 'production')
  throw new Error('This stands in for WeChat: never in production.');

const server = createServer((request, reply) => {
  serve(request, reply).catch(() => answer(reply, {}, 400));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit());
