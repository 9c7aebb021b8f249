import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { type ProbeApp, startProbe } from './probe';
import { startApp, type TestApp } from './app';

describe('pages', () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'niangjia-web-'));
  const script = 'document.title="1"';
  let probe: ProbeApp;
  beforeAll(async () => {
    mkdirSync(join(webRoot, 'js'));
    writeFileSync(join(webRoot, 'index.html'), `<script>${script}</script>`);
    writeFileSync(join(webRoot, 'weather.html'), 'fine');
    writeFileSync(join(webRoot, 'js', 'app.0123abcd.js'), '1');
    writeFileSync(join(webRoot, 'js', 'app.js'), '2');
    probe = await startProbe({ webRoot });
  });
  afterAll(async () => {
    await probe.close();
    rmSync(webRoot, { recursive: true });
  });

  test.each([
    ['/', 'no-store'],
    ['/index.html', 'no-store'],
    ['/weather.html', 'no-store'],
    ['/js/app.js', 'no-cache'],
    ['/js/app.0123abcd.js', 'public, max-age=31536000, immutable'],
  ])('%s is served with %s', async (url, caching) => {
    const { statusCode, headers } = await probe.app.inject({ url });
    expect([statusCode, headers['cache-control']]).toEqual([200, caching]);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/js/', '/js', '/..%2fpackage.json'])(
    'nothing outside the build: %s',
    async (url) => {
      expect((await probe.app.inject({ url })).statusCode).toBe(404);
    },
  );

  test('only the script of the page itself may run beside the files', async () => {
    const policy = String(
      (await probe.app.inject({ url: '/' })).headers['content-security-policy'],
    );

    expect(policy).toContain("script-src 'self' 'sha256-");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe('health', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startApp();
  });
  afterAll(() => server.close());

  test('is well with a database that answers', async () => {
    for (const path of ['//api/health', '//api/health/live', '//api/health/ready']) {
      expect((await server.http.get(path)).status).toBe(200);
    }
  });

  test('says in words what is wrong, and is not ready, but lives', async () => {
    await server.dataSource.query('DELETE FROM migration');
    const { status, body } = await server.http.get<{ error: object }>('//api/health');
    const ready = await server.http.get('//api/health/ready');
    const live = await server.http.get('//api/health/live');

    expect([status, ready.status, live.status]).toEqual([503, 503, 200]);
    expect(body.error).toEqual({
      migrations: { status: 'down', message: '数据库的表还是旧的。重新启动一次服务。' },
    });
  });
});

test('of a key only a mark is kept, and the reply opens with the key alone', async () => {
  const probe = await startProbe();
  const key = 'Zr8kQ2mVx0TgL5wYpN3bHa';
  const payload = { text: '想问一问', kind: 'plain', copies: 7 };
  const headers = { 'idempotency-key': key };
  const first = await probe.app.inject({ method: 'POST', url: '/api/v1/made', payload, headers });

  const rows = await probe.app.get(DataSource).query<object[]>('SELECT * FROM idempotency');
  await probe.close();

  expect(first.statusCode).toBe(201);
  expect(rows).toHaveLength(1);
  for (const secret of [key, '想问一问', '"count"'])
    expect(JSON.stringify(rows)).not.toContain(secret);
});
