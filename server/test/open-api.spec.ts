import { apiBase, type Endpoint } from '@niangjia/shared';
import * as shared from '@niangjia/shared';
import { describeApi } from '../src/platform/http/open-api';
import { fileOf, repliesOf } from '../src/platform/http/replies';
import { routeOf } from '../src/platform/http/route';
import { Routes } from '../src/platform/http/routes';
import { startApp, type TestApp } from './app';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.close());

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

const groups = (): string[][] =>
  Object.entries(shared)
    .filter(([name]) => name.endsWith('Endpoints'))
    .map(([, group]) => Object.values(group as object).filter(isEndpoint))
    .map((group) => group.map(({ method, path }) => nameOf({ method, path: apiBase + path })));

const apiRoutes = () =>
  server.app
    .get(Routes)
    .all()
    .filter(({ path }) => path.startsWith(apiBase));

test('every route of the API is an endpoint of shared, once', () => {
  const served = apiRoutes().map(nameOf);
  const promised = groups().flat();

  expect(served.filter((name) => !promised.includes(name))).toEqual([]);
  expect(new Set(served).size).toBe(served.length);
});

test('a domain that is served is served whole', () => {
  const served = new Set(apiRoutes().map(nameOf));
  const begun = groups().filter((group) => group.some((name) => served.has(name)));

  expect(begun.length).toBeGreaterThan(2);
  expect(begun.flat().filter((name) => !served.has(name))).toEqual([]);
});

test('every route says what it answers and honours a key when it creates', () => {
  const document = describeApi(server.app);
  for (const { path, method, handler, name } of apiRoutes()) {
    const item = document.paths[path.replace(/:(\w+)/g, '{$1}')] as Record<
      string,
      { parameters?: { name: string }[] }
    >;
    const operation = item?.[method.toLowerCase()];

    expect({ name, documented: operation !== undefined }).toEqual({ name, documented: true });
    const replies = repliesOf(handler) !== undefined || fileOf(handler) !== undefined;
    expect({ name, replies }).toEqual({ name, replies: true });
    const keyed =
      operation?.parameters?.some((parameter) => parameter.name === 'Idempotency-Key') ?? false;
    expect({ name, keyed }).toEqual({ name, keyed: routeOf(handler)?.creates ?? false });
  }
});

// Where no body is taken one is read all the same: it may be broken, or go too deep.
test('every route that reads a body says that it may refuse it', () => {
  const { paths } = describeApi(server.app);
  const silent = apiRoutes()
    .filter(({ method }) => method !== 'GET')
    .filter(({ path, method }) => {
      const item = paths[path.replace(/:(\w+)/g, '{$1}')] as Record<string, { responses: object }>;
      const told = JSON.stringify(item[method.toLowerCase()]?.responses);
      return !['bad_json', 'bad_input'].every((code) => told.includes(`"${code}"`));
    });

  expect(silent.map(nameOf)).toEqual([]);
});

test('the document and the page to read it are served', async () => {
  const document = await server.http.get<{ openapi: string }>('//api/openapi.json');
  const page = await server.http.get<string>('//api/docs');

  expect(document.body.openapi).toBe('3.1.0');
  expect(page.status).toBe(200);
  expect(page.body).toContain('近邻娘家 接口');
});
