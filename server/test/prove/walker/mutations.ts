import fc from 'fast-check';

interface HeaderMutation {
  name: string;
  headers: Record<string, string>;
  method?: string;
}

const token = 'A'.repeat(43);
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/jsonp',
  'application/xml',
  'application/json, text/plain',
  '',
];
const credentials = [
  '',
  'Bearer',
  `Bearer ${token}`,
  `Bearer ${token.slice(1)}`,
  `Bearer ${token}${token}`,
  `Basic ${token}`,
  'Bearer null',
  "Bearer ' OR 1=1 --",
  'Bearer 令牌',
  `Bearer ${'x'.repeat(4000)}`,
];
const keys = ['', 'x', ' ', 'a'.repeat(129), 'a'.repeat(32), '钥匙', '../..', "' OR 1=1 --"];
const methods = ['PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** Header values travel as Latin-1, as from a socket. */
const asLatin = (text: string): string => Buffer.from(text).toString('latin1');

export const headerMutations: HeaderMutation[] = [
  ...types.map((type) => ({ name: 'another content type', headers: { 'content-type': type } })),
  ...credentials.map((value) => ({
    name: 'a wrong token',
    headers: { authorization: asLatin(value) },
  })),
  ...keys.map((value) => ({ name: 'an odd key', headers: { 'idempotency-key': asLatin(value) } })),
  ...methods.map((method) => ({ name: 'another method', headers: {}, method })),
  { name: 'an encoded body', headers: { 'content-encoding': 'gzip' } },
  { name: 'a method in a header', headers: { 'x-http-method-override': 'DELETE' } },
  { name: 'an address in a header', headers: { 'x-forwarded-for': "1.1.1.1' --, ::1" } },
  { name: 'another host', headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } },
  { name: 'another origin', headers: { origin: 'https://evil.example' } },
  { name: 'an odd accept', headers: { accept: 'text/xml', 'accept-encoding': '*;q=0' } },
];

interface UrlMutation {
  name: string;
  of: (url: string) => fc.Arbitrary<string>;
}

const oddIds = [
  '%00',
  '%zz',
  '%ff%fe',
  '%ed%a0%80',
  '..%2f..%2fetc%2fpasswd',
  // Without the slash whoever sends it takes it for the folder above: another address.
  '%2e%2e%2f',
  '..%5c..%5cwindows',
  '__proto__',
  'constructor',
  '-1',
  '0',
  '1e9',
  'null',
  '%20',
  "1'%20OR%20'1'='1",
  '%E5%8F%B7',
  'a'.repeat(101),
  'a'.repeat(8000),
  '0'.repeat(26),
  'ZZZZZZZZZZZZZZZZZZZZZZZZZZ',
  '01arz3ndektsv4rrffq69g5fav',
];
const oddQueries = [
  'limit=0',
  'limit=-1',
  'limit=101',
  'limit=1e3',
  'limit=NaN',
  'limit=1&limit=2',
  'limit[]=1',
  'limit[$gt]=1',
  'after=',
  'after=x',
  'after=%00',
  'after=WzEsMl0',
  'after=%7B%7D',
  'after=bnVsbA',
  'after=eyJfX3Byb3RvX18iOnt9fQ',
  'after=' + 'A'.repeat(201),
  'lng=181&lat=91',
  'lng=118&lat=24',
  'lng=118',
  'lng=Infinity&lat=-Infinity',
  'lng=1e400&lat=0',
  'day=2026-02-30',
  'day=0000-00-00',
  'openAt=9999-12-31T23:59:59%2B08:00',
  'openAt=0000-01-01T00:00:00Z',
  'openNow=1',
  'search=%25%25%25',
  'search=_',
  'search=%5C',
  'search=%ED%A0%80',
  'kind=__proto__',
  'unknown=1',
  '__proto__=1',
  'constructor=1',
  '__proto__[x]=1',
  'a'.repeat(3000) + '=1',
  '&&&=&',
  '%',
  '%00=%00',
  Array(1500).fill('a=1').join('&'),
];

const withQuery = (url: string, query: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** Puts a word in the place of the id, or at the end of the path. */
const withId = (url: string, id: string): string => {
  const parts = (url.split('?')[0] ?? '').split('/');
  const at = parts.findIndex((part) => /^[0-9A-Z]{26}$/.test(part));
  parts[at < 0 ? parts.length : at] = id;
  return parts.join('/');
};

/** A cursor with one character cut, changed or added. */
const forged = (url: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(40), fc.constantFrom('', 'A', '_', '%00', 'zz')).map(([at, put]) =>
    url.replace(/after=([^&]*)/, (_, cursor: string) => {
      const place = at % Math.max(1, cursor.length);
      return `after=${cursor.slice(0, place)}${put}${cursor.slice(place + 1)}`;
    }),
  );

export const urlMutations: UrlMutation[] = [
  { name: 'an odd id', of: (url) => fc.constantFrom(...oddIds).map((id) => withId(url, id)) },
  {
    name: 'an odd query',
    of: (url) => fc.constantFrom(...oddQueries).map((query) => withQuery(url, query)),
  },
  {
    name: 'a forged cursor',
    of: (url) => forged(url.includes('after=') ? url : withQuery(url, 'after=MDFBQkM')),
  },
  { name: 'an odd address', of: (url) => fc.constantFrom(`${url}/`, `/${url}`, `${url};x=1`) },
];
