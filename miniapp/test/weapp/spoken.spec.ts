import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answers } from '../answers';
import { stops } from '../browser/every-page';
import { town } from '../her';
import { unnamed } from './checks/spoken';
import { bootWeapp } from './phone';

let server: Server;
let api: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, reply) => {
    const known = answers[url.replace('/api/v1', '').replace(/\?.*/, '')];
    reply.writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' });
    reply.end(JSON.stringify(known ?? { code: 'not_found', message: '没找到。' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const opened = stops.filter(({ open }) => !open);
describe('in WeChat, in 长辈版 and with content', () => {
  it.each(opened)('$name names all that can be tapped', async ({ address, shows, asNew }) => {
    const signedIn = { session: 'token', 'signed-in-as': 'A1', town, welcomed: true };
    const phone = await bootWeapp({
      api,
      storage: { 'text-size': 'elder', ...(!asNew && signedIn) },
    });
    await phone.open(address);
    await phone.until(() => new RegExp(shows).test(phone.text()), shows);

    expect(unnamed(phone.tree())).toEqual([]);
  });
});
