import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aTicket, claim } from '../../../test/case-tickets';
import { startApp, type TestApp } from '../../../test/app';
import { aTree, type Tree } from '../../../test/trees';
import { Line } from './overload';

/** More than find room. */
const crowd = 1200;
/** All of them find room. */
const many = 900;

let t: TestApp;
let tree: Tree;
const webRoot = mkdtempSync(join(tmpdir(), 'niangjia-pages-'));
beforeAll(async () => {
  writeFileSync(join(webRoot, 'index.html'), '');
  writeFileSync(join(webRoot, 'large.js'), ' '.repeat(20_000_000));
  t = await startApp({ config: { webRoot } });
  tree = await aTree(t);
});
afterAll(async () => {
  await t.close();
  rmSync(webRoot, { recursive: true });
});

const read = () => t.http.get<{ code?: string }>('/activities');
const reads = (count: number) => Promise.all(Array.from({ length: count }, read));

describe('when more is read than can be served', () => {
  it('sends away who finds the line full, and says when to return', async () => {
    const answers = await reads(crowd);
    const away = answers.filter(({ status }) => status !== 200);

    expect(away.length).toBeGreaterThan(0);
    expect(away.length).toBeLessThan(crowd);
    expect(new Set(away.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['503 busy']),
    );
    expect(away.every(({ headers }) => headers['x-content-type-options'] === 'nosniff')).toBe(true);
    expect(away.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect((await reads(2)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('hears whoever asks for help, and tells that it lives', async () => {
    const others = reads(crowd);
    const asked = await aTicket(t, { divisionCode: tree.codes.town });
    const ready = t.http.get('//api/health/ready');

    expect((await claim(t, asked)).status).toBe(200);
    expect((await ready).status).toBe(200);
    expect((await others).some(({ status }) => status === 503)).toBe(true);
  });

  it('does not let her wait until all who came before her have read', async () => {
    let answered = 0;
    const others = Array.from({ length: many }, () =>
      t.http.get('/activities').then(() => (answered += 1)),
    );
    await aTicket(t, { divisionCode: tree.codes.town });
    const before = answered;
    await Promise.all(others);

    expect(before).toBeLessThan(many);
  });
});

/** So many connections to the service that listens. */
async function connected(count: number): Promise<Socket[]> {
  const { port } = t.app.getHttpServer().address() as AddressInfo;
  const sockets: Socket[] = [];
  for (let n = 0; n < count; n += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    sockets.push(socket);
  }
  return sockets;
}

const asking = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

describe('over connections', () => {
  beforeAll(() => t.app.listen(0, '127.0.0.1'));

  it('does no work for who has gone from the line', async () => {
    const sockets = await connected(many);
    sockets.forEach((socket) => socket.write(asking('/api/v1/activities')));
    await Promise.race(sockets.map((socket) => once(socket, 'data')));
    const asked = jest.spyOn(t.dataSource, 'createQueryRunner');
    sockets.forEach((socket) => socket.destroy());

    expect((await read()).status).toBe(200);
    // Each that is worked on asks more than once.
    expect(asked.mock.calls.length).toBeLessThan(many);
  });

  it('waits for nobody who does not read her answer', async () => {
    const sockets = await connected(64);
    const begun = sockets.map((socket) => once(socket, 'readable'));
    sockets.forEach((socket) => socket.write(asking('/large.js')));
    await Promise.all(begun);

    expect((await reads(100)).every(({ status }) => status === 200)).toBe(true);
    sockets.forEach((socket) => socket.destroy());
  });
});

describe('the line', () => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('lets in eight in a turn, and no more than sixty-four to work at once', async () => {
    const line = new Line();
    let entered = 0;
    for (let n = 0; n < 100; n += 1) line.wait(() => Boolean((entered += 1)));
    const after: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await turn();
      after.push(entered);
    }

    expect(after.slice(0, 3)).toEqual([8, 16, 24]);
    expect(after.at(-1)).toBe(64);
    line.left();
    await turn();
    expect(entered).toBe(65);
  });

  it('lets those who have gone take nobody’s turn', async () => {
    const line = new Line();
    let entered = 0;
    for (let n = 0; n < 100; n += 1) line.wait(() => false);
    line.wait(() => Boolean((entered += 1)));
    await turn();

    expect(entered).toBe(1);
  });
});
