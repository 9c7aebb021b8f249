import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { fillPath } from '@niangjia/shared';
import { AuditEntryRow } from '../src/audit';
import { Routes } from '../src/platform/http/routes';
import { callers } from './access-matrix/callers';
import type { Target } from './access-matrix/row';
import { table } from './access-matrix/table';
import { World } from './access-matrix/world';
import { startApp, type TestApp } from './app';
import { fingerprint } from './fingerprint';

const rows = Object.values(table).flat();
const never: Target = { id: '0'.repeat(26), at: 'village', state: 'never' };

/** What somebody would send along to become more than she is. */
const notHers = [
  'id',
  'state',
  'status',
  'accountId',
  'createdBy',
  'federationPath',
  'organisationId',
  'isInvented',
  'taken',
  'price',
  '__proto__',
  'constructor',
  'prototype',
];

let t: TestApp;
let world: World;
let token: string;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'niangjia-web-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><script>1</script>');
  writeFileSync(join(webRoot, 'app.0123456789.js'), '1;');
  t = await startApp({ config: { webRoot } });
  world = await World.build(t);
  token = world.person(callers.find(({ name }) => name === 'chair of county')!).token;
});
afterAll(async () => {
  await t.close();
  rmSync(webRoot, { recursive: true });
});

const inject = (method: string, url: string, payload?: string, more = {}) =>
  t.app.inject({
    method: method as 'GET',
    url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...more,
    },
    payload,
  });

const urlOf = (path: string): string => path.replace(/:\w+/g, '0'.repeat(26));

test('no route changes anything by HEAD, or by a method that it does not have', async () => {
  const routes = t.app.get(Routes).all();
  const paths = [...new Set(routes.map(({ path }) => path))];
  const before = await fingerprint(t.dataSource, ['audit_entry']);
  const acts = () => t.dataSource.manager.countBy(AuditEntryRow, { result: 'done' });
  const done = await acts();

  let asked = 0;
  for (const path of paths) {
    const own = routes.filter((route) => route.path === path).map(({ method }) => method);
    const strange = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].filter(
      (method) => !own.includes(method),
    );
    for (const method of strange) {
      const { statusCode } = await inject(method, urlOf(path));
      // An address with a parameter may be another route's too: /me/:id and /me/data.
      expect([method, path, [400, 404, 405].includes(statusCode)]).toEqual([method, path, true]);
      asked += 1;
    }
    expect((await inject('HEAD', urlOf(path))).body).toBe('');
  }

  expect(await fingerprint(t.dataSource, ['audit_entry'])).toEqual(before);
  // Her copy, of which the head alone is a look as well.
  expect(await acts()).toBe(done + 1);
  expect(asked).toBeGreaterThan(paths.length * 4);
});

test('every reply that the document knows is closed: no key beyond the view gets past the tests', async () => {
  const { body } = await t.http.get<OpenAPIObject>('//api/openapi.json');
  const schemas = Object.entries(body.components?.schemas ?? {});

  const open = schemas.filter(
    ([name, schema]) =>
      name !== 'Refusal' && 'properties' in schema && schema.additionalProperties !== false,
  );
  expect(open.map(([name]) => name)).toEqual([]);
  expect(schemas.length).toBeGreaterThan(40);
});

/** The body with a key that it does not have, in one record at a time, as JSON: a literal loses `__proto__`. */
function* withKey(body: unknown, key: string): Generator<string> {
  const text = JSON.stringify(body);
  if (text.includes(`"${key}":`)) return;
  for (const { index } of text.matchAll(/\{/g)) {
    const rest = text.slice(index + 1);
    const comma = rest.startsWith('}') ? '' : ',';
    yield `${text.slice(0, index + 1)}${JSON.stringify(key)}:"x"${comma}${rest}`;
  }
}

const badly = /^bad_(?:input|json)$/;

/** The code of the refusal; of a batch, that of its one fact. */
function refusedAs(reply: Awaited<ReturnType<typeof inject>>): string | null {
  const { code, results } = reply.json<{ code?: string; results?: { code: string | null }[] }>();
  return code ?? results?.[0]?.code ?? null;
}

test('no body takes a key that is not its own, at the top or further in', async () => {
  const before = await fingerprint(t.dataSource);
  const writing = rows.filter(({ endpoint }) => endpoint.method !== 'GET');

  let asked = 0;
  for (const row of writing) {
    const { params = {}, body } = row.ask?.(never, world) ?? {};
    if (body === undefined) continue;
    const url = `/api/v1${fillPath(row.endpoint.path, params)}`;
    for (const key of notHers)
      for (const payload of withKey(body, key)) {
        const reply = await inject(row.endpoint.method, url, payload);
        expect([payload, refusedAs(reply)]).toEqual([payload, expect.stringMatching(badly)]);
        asked += 1;
      }
  }

  expect(await fingerprint(t.dataSource)).toEqual(before);
  expect(asked).toBeGreaterThan(300);
});

const kinds: [string, () => ReturnType<typeof inject>][] = [
  ['a page of the API', () => inject('GET', '/api/v1/divisions')],
  ['what is personal', () => inject('GET', '/api/v1/me')],
  ['her copy of her data', () => inject('GET', '/api/v1/me/data')],
  ['201', () => inject('POST', '/api/v1/case-tickets', '{"kind":"other","text":"问一下"}')],
  ['400', () => inject('POST', '/api/v1/case-tickets', '{')],
  ['401', () => inject('GET', '/api/v1/me', undefined, { authorization: '' })],
  ['404 of a thing', () => inject('GET', `/api/v1/activities/${never.id}`)],
  ['404 of an address', () => inject('GET', '/api/v1/nothing')],
  ['404 outside the API', () => inject('GET', '/nothing')],
  ['405', () => inject('PUT', '/api/v1/divisions')],
  ['413', () => inject('POST', '/api/v1/case-tickets', `"${'x'.repeat(70_000)}"`)],
  ['415', () => inject('POST', '/api/v1/case-tickets', 'x', { 'content-type': 'text/xml' })],
  ['an address that cannot be read', () => inject('GET', '/api/v1/%zz')],
  ['a parameter too long', () => inject('GET', `/api/v1/activities/${'x'.repeat(200)}`)],
  ['health', () => inject('GET', '/api/health')],
  ['the document', () => inject('GET', '/api/openapi.json')],
  ['the page of the document', () => inject('GET', '/api/docs')],
  ['a poster in a browser', () => inject('GET', '/q/NOSUCH', undefined, { accept: 'text/html' })],
  ['a poster in the mini-program', () => inject('GET', '/q/NOSUCH')],
  ['the first page', () => inject('GET', '/')],
  ['a script', () => inject('GET', '/app.0123456789.js')],
];

test.each(kinds)(
  '%s has every secure header, and neither cookie nor leave for others',
  async (_, ask) => {
    const { headers } = await ask();

    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/) as string,
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src '(self|none)'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*'unsafe/.exec(policy)).toBeNull();
    const unwanted = ['set-cookie', 'access-control-allow-origin', 'server', 'x-powered-by'];
    expect(unwanted.filter((name) => name in headers)).toEqual([]);
  },
);

test.each(kinds.slice(0, 14))('%s is kept in no cache', async (_, ask) => {
  expect((await ask()).headers['cache-control']).toBe('no-store');
});

test('a browser of another origin gets no leave, asked beforehand or not', async () => {
  const origin = { origin: 'https://elsewhere.example' };
  const asked = { ...origin, 'access-control-request-method': 'POST' };
  const before = await inject('OPTIONS', '/api/v1/case-tickets', undefined, asked);
  const plain = await inject('GET', '/api/v1/divisions', undefined, origin);

  for (const { headers } of [before, plain])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect([404, 405]).toContain(before.statusCode);
});

test('an address that somebody writes into a header evades no limit', async () => {
  const strict = await startApp({ config: { limitFactor: 1 / 600 } });
  const statusFrom = async (address: string) => {
    const headers = { 'x-forwarded-for': address, forwarded: `for=${address}` };
    return (await strict.http.post('/sessions', { demonstration: 'x' }, { headers })).status;
  };

  expect(await statusFrom('203.0.113.1')).not.toBe(429);
  expect(await statusFrom('203.0.113.2')).toBe(429);
  await strict.close();
});
