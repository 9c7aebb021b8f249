import { gzipSync } from 'node:zlib';
import { Attacked, canary, statusesIn } from './attacked';

let server: Attacked;
beforeAll(async () => {
  server = await Attacked.start();
});
afterAll(() => server.stop());

const help = JSON.stringify({ kind: 'other', text: '想问一问' });
const host = 'Host: a\r\n';
const asJson = 'Content-Type: application/json\r\n';
const post = (headers: string): string =>
  `POST /api/v1/case-tickets HTTP/1.1\r\n${host}${asJson}${headers}\r\n`;
const hidden = `GET /api/health/live HTTP/1.1\r\n${host}\r\n`;
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** Bytes that two servers in a row could cut apart differently. */
const smuggled: Record<string, string> = {
  'a length and chunks': post(`Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`) + `0\r\n\r\n`,
  'chunks and a length': post(`Transfer-Encoding: chunked\r\nContent-Length: 5\r\n`) + `0\r\n\r\n`,
  'two lengths': post(`Content-Length: 0\r\nContent-Length: 44\r\n`),
  'two lengths in one line': post(`Content-Length: 0, 44\r\n`),
  'a length with a sign': post(`Content-Length: +0\r\n`),
  'a length below nothing': post(`Content-Length: -1\r\n`),
  'a length beyond numbers': post(`Content-Length: 99999999999999999999\r\n`),
  'an encoding that nobody knows': post(`Transfer-Encoding: xchunked\r\n`),
  'chunks that are not last': post(`Transfer-Encoding: chunked, identity\r\n`),
  'chunks with a blank before the colon': post(`Transfer-Encoding : chunked\r\n`),
  'a folded header': post(`X-A: 1\r\n Transfer-Encoding: chunked\r\n`),
  'a bare CR in a header': post(`X-A: 1\rTransfer-Encoding: chunked\r\n`),
  'NUL in a header': post(`X-A: \0\r\n`),
  'a chunk ended by a bare LF': post(`Transfer-Encoding: chunked\r\n`) + `2\n{}\n0\n\n`,
  'a chunk whose size is a lie': post(`Transfer-Encoding: chunked\r\n`) + `1\r\n{}\r\n0\r\n\r\n`,
  'a chunk whose size is no number':
    post(`Transfer-Encoding: chunked\r\n`) + `0x2\r\n{}\r\n0\r\n\r\n`,
  'a chunk beyond numbers': post(`Transfer-Encoding: chunked\r\n`) + `fffffffffffffffff\r\n{}\r\n`,
  'a version that is none': `GET /api/health/live HTTP/1.9\r\n${host}\r\n`,
  'a method that is none': `GETT /api/health/live HTTP/1.1\r\n${host}\r\n`,
};

describe('request smuggling', () => {
  test.each(Object.entries(smuggled))('%s: one refusal, and the door is shut', async (_, bytes) => {
    const answer = await server.say(bytes + hidden);

    expect(statusesIn(answer)).toEqual([400]);
    expect(answer).toContain('"code":"bad_json"');
    expect(await server.serves()).toBe(200);
  });

  test('a request without a host is refused', async () => {
    const answer = await server.say(`GET /api/health/live HTTP/1.1\r\n\r\n${hidden}`);
    expect(statusesIn(answer)).toEqual([400]);
  });

  test('what follows a body of the right length is a request of its own', async () => {
    const length = `Content-Length: ${Buffer.byteLength(help)}\r\n`;
    const last = hidden.replace(host, `${host}Connection: close\r\n`);
    const answer = await server.say(post(length) + help + last);

    expect(statusesIn(answer).at(-1)).toBe(200);
    expect(statusesIn(answer)).toHaveLength(2);
  });
});

describe('bodies without end', () => {
  const big = 10 * 1024 * 1024;

  test('ten megabytes are refused before they are read', async () => {
    const socket = server.connect();
    const { said, gone } = listen(socket);
    socket.write(post(`Content-Length: ${big}\r\n`));
    expect(statusesIn(await said)).toEqual([413]);
    socket.destroy();
    await gone;
  });

  test('chunks without end are cut off', async () => {
    const socket = server.connect();
    const { gone } = listen(socket);
    let sent = 0;
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunk('a'.repeat(16_000)))) sent += 16_000;
    };
    socket.on('drain', more);
    socket.write(post('Transfer-Encoding: chunked\r\n'));
    more();

    expect(statusesIn(await gone).filter((status) => status !== 413)).toEqual([]);
    expect(sent).toBeLessThan(big);
    expect(await server.serves()).toBe(200);
  });

  test('a packed bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(big, 'a'));
    const head = post(
      `Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\nConnection: close\r\n`,
    );
    expect(statusesIn(await server.say(head, bomb))).toEqual([415]);
  });

  test.each([
    ['a million levels', '['.repeat(1_000_000)],
    ['a million items', `[${'1,'.repeat(999_999)}1]`],
    ['100,000 names like numbers', namesLikeNumbers(100_000)],
  ])('%s: too much by its length alone', async (_, body) => {
    const socket = server.connect();
    const { said } = listen(socket);
    socket.write(post(`Content-Length: ${body.length}\r\n`));
    expect(statusesIn(await said)).toEqual([413]);
    socket.end(body);
    expect(await server.serves()).toBe(200);
  });

  test.each([
    ['levels', '['.repeat(32_000) + ']'.repeat(32_000)],
    ['items', `{"kind":"other","text":[${'1,'.repeat(32_000)}1]}`],
    ['names like numbers', namesLikeNumbers(4000)],
    ['names', `{${Array.from({ length: 5000 }, (_, at) => `"n${at}":1`).join()}}`],
  ])('as many %s as fit: a short refusal', async (_, body) => {
    const head = post(`Content-Length: ${body.length}\r\nConnection: close\r\n`);
    const answer = await server.say(head, body);

    expect(statusesIn(answer)).toEqual([400]);
    expect(answer.length).toBeLessThan(10_000);
  });

  test('a head without end is refused', async () => {
    const answer = await server.say(`GET / HTTP/1.1\r\n${host}X-A: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(statusesIn(answer)).toEqual([400]);
  });
});

/** Integer-like names, multiples of one number, as CVE-2026-21717 wants them. */
function namesLikeNumbers(count: number): string {
  const names = Array.from({ length: count }, (_, at) => `"${at * 4096}":1`);
  return `{${names.join()}}`;
}

/** The first piece of an answer, and all of it at the end. */
function listen(socket: ReturnType<Attacked['connect']>) {
  let text = '';
  const said = new Promise<string>((resolve) =>
    socket.on('data', (data) => {
      text += data.toString('latin1');
      resolve(text);
    }),
  );
  const gone = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { said, gone };
}

const climbs = [
  '../secret.txt',
  '..%2fsecret.txt',
  '%2e%2e/secret.txt',
  '%2e%2e%2fsecret.txt',
  '%252e%252e%252fsecret.txt',
  '..%5csecret.txt',
  '..\\secret.txt',
  '....//secret.txt',
  './../secret.txt',
  '.%00./secret.txt',
  '../secret.txt%00.html',
  '%c0%ae%c0%ae/secret.txt',
  '..;/secret.txt',
  '../../../../../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'niangjia.db',
  '../niangjia.db',
];
const below = ['/', '/js/', '/q/', '/api/v1/q/', '/api/v1/womens-homes/', '/api/docs/'];

describe('paths that climb', () => {
  test.each(below)('nothing outside is read below %s', async (start) => {
    for (const climb of climbs) {
      const answer = await server.say(
        `GET ${start}${climb} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
      );

      const [status] = statusesIn(answer);
      expect({ climb, status, is: [302, 400, 404].includes(status ?? 0) }).toMatchObject({
        is: true,
      });
      expect(answer).not.toMatch(new RegExp(`${canary}|root:x|SQLite format`));
      expect(answer).not.toMatch(/^location: (?!\/)/im);
    }
  });

  test('the pages themselves are read', async () => {
    expect(await server.say(`GET /js/app.js HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).toMatch(
      /\r\n\r\n1$/,
    );
  });
});
