import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { startService, type Service } from '../service';
import { poster } from '../xiamei';
import { bootWeapp } from './phone';

const told = '三个月没有发工资';
const path = '/api/v1/case-tickets';

let service: Service;
let network: Server;
/** Claim codes as the service gave them. */
const codes: string[] = [];

// Everything reaches the service; its first answer to her does not come back.
async function between(asked: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '', headers } = asked;
  const onceKey = headers['idempotency-key'];
  const sent = await text(asked);
  return fetch(service.origin + url, {
    method,
    headers: {
      ...(sent && { 'Content-Type': 'application/json' }),
      ...(typeof onceKey === 'string' && { 'Idempotency-Key': onceKey }),
    },
    body: sent || undefined,
  });
}

beforeAll(async () => {
  service = await startService();
  network = createServer((asked, reply) => {
    void between(asked).then(async (answer) => {
      const content = await answer.text();
      const isAsking = asked.method === 'POST' && asked.url === path;
      if (isAsking) codes.push((JSON.parse(content) as { claimCode: string }).claimCode);
      if (isAsking && codes.length === 1) return;
      reply.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(content);
    });
  });
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  network.closeAllConnections();
  network.close();
  await service.stop();
});

it('what takes long is cancelled, and sent again it is one request for help, in WeChat', async () => {
  const her = await bootWeapp({
    api: `http://127.0.0.1:${(network.address() as AddressInfo).port}`,
  });
  await her.open(`/women/ask/index?code=${poster.code}`);
  await her.tap('劳动权益');
  await her.type('发生了什么', told);

  await her.tap('送出', 2);
  await her.tap('取消提交');
  await her.until('没有再等，您填的都还在。要是已经送到了，再提交也只算一次。');
  await her.tap('送出');
  await her.until('收到了');

  expect(codes).toHaveLength(2);
  expect(codes[0]).toBe(codes[1]);
});
