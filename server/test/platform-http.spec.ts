import { connect } from 'node:net';
import { Controller, Get } from '@nestjs/common';
import type { InjectOptions } from 'fastify';
import { SealBroken } from '../src/platform/crypto/cipher';
import { Once } from '../src/platform/http/once';
import { Refusal } from '../src/platform/http/refusal';
import { breaks, made, type ProbeApp, startProbe } from './probe';

let probe: ProbeApp;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.close());
beforeEach(() => {
  breaks.next = () => undefined;
  made.hold = Promise.resolve();
});

type Body = { code?: string; fields?: Record<string, string>; text?: string; count?: number };

async function ask(options: InjectOptions, app = probe.app) {
  const reply = await app.inject(options);
  return { status: reply.statusCode, body: reply.json<Body>(), headers: reply.headers };
}

const letter = { text: '想问一问', kind: 'plain' };
const post = (url: string, payload: unknown, headers = {}) =>
  ask({ method: 'POST', url: `/api/v1${url}`, payload: payload as object, headers });
const raw = (payload: string | Buffer, type = 'application/json') =>
  ask({ method: 'POST', url: '/api/v1/letters', payload, headers: { 'content-type': type } });

describe('every no has one shape', () => {
  test.each([
    ['broken JSON', () => raw('{"text":'), 400, 'bad_json'],
    ['broken UTF-8', () => raw(Buffer.from([0x22, 0xff, 0x22])), 400, 'bad_json'],
    ['a form', () => raw('text=1', 'application/x-www-form-urlencoded'), 415, 'wrong_content_type'],
    ['plain text', () => raw('hello', 'text/plain'), 415, 'wrong_content_type'],
    ['a body over 64 KB', () => raw(`{"text":"${'长'.repeat(30_000)}"}`), 413, 'too_large'],
    ['a prototype', () => raw('{"__proto__":{"admin":true}}'), 400, 'bad_json'],
    ['a constructor', () => raw('{"constructor":{"prototype":{}}}'), 400, 'bad_json'],
    ['a key twice', () => raw('{"text":"a","text":"b"}'), 400, 'bad_json'],
    ['a key twice, in other letters', () => raw('{"text":"a","\\u0074ext":"b"}'), 400, 'bad_json'],
    ['a key twice, further in', () => raw('{"text":[{"a":{"b":1,"b":2}}]}'), 400, 'bad_json'],
    ['a list for an object', () => raw('[]'), 400, 'bad_input'],
    ['text for an object', () => raw('"a"'), 400, 'bad_input'],
    ['nothing for an object', () => raw('null'), 400, 'bad_input'],
    ['20,000 levels', () => raw(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), 400, 'bad_input'],
    ['an unknown address', () => ask({ url: '/api/v1/nowhere' }), 404, 'not_found'],
    ['an unknown page', () => ask({ url: '/nowhere' }), 404, 'not_found'],
    ['a broken address', () => ask({ url: '/api/v1/%zz' }), 404, 'not_found'],
    ['another method', () => ask({ url: '/api/v1/letters' }), 405, 'method_not_allowed'],
  ])('%s', async (_, asking, status, code) => {
    const { body, headers, ...reply } = await asking();

    expect({ status: reply.status, code: body.code }).toEqual({ status, code });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('a request that Node itself cannot read', async () => {
    await probe.app.listen(0, '127.0.0.1');
    const { port } = probe.app.getHttpServer().address() as { port: number };
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });

    expect(answer).toContain('"code":"bad_json"');
  });

  test('all faults are listed by their path, and unknown fields by name', async () => {
    const { body } = await post('/letters', {
      text: '一二三四五六七八九十十一',
      kind: 'loud',
      copies: 2.5,
      to: { name: '名字太长了' },
      guests: [{ name: '好' }, { name: '', id: 1 }],
      state: 'closed',
    });

    expect(body.fields).toEqual({
      text: '这里最多写 10 个字，现在有 12 个。删短一些。',
      kind: '从给出的几项里选一个。',
      copies: '这里要填整数，在 1 到 9 之间。',
      'to.name': '这里最多写 4 个字，现在有 5 个。删短一些。',
      'guests.1.name': '这里还没有填。填好再提交。',
      'guests.1.id': '没有这一项。去掉它再提交。',
      state: '没有这一项。去掉它再提交。',
    });
  });

  test('names that every object inherits are refused at any depth', async () => {
    const { status, body } = await raw(
      '{"text":"好","kind":"plain","prototype":1,"to":{"name":"好","constructor":1},"guests":[{"name":"好","toString":{}}]}',
    );

    expect([status, Object.keys(body.fields ?? {})]).toEqual([
      400,
      ['prototype', 'to.constructor', 'guests.0.toString'],
    ]);
  });

  test('sixteen levels are read, more are refused', async () => {
    const nested = (levels: number) => raw(`${'{"to":'.repeat(levels)}1${'}'.repeat(levels)}`);

    expect((await nested(16)).body.fields).not.toHaveProperty('body');
    expect((await nested(17)).body).toMatchObject({
      code: 'bad_input',
      fields: { body: '内容套得太深了。去掉几层再提交。' },
    });
  });

  test('nothing at all names what is missing', async () => {
    const { body } = await raw('');
    expect(Object.keys(body.fields ?? {}).sort()).toEqual(['kind', 'text']);
  });
});

describe('her words', () => {
  test('keep emoji, joiners and line ends, and lose other control characters', async () => {
    const { body } = await post('/letters', { ...letter, text: '👩‍👧\n\r\u0007\u001b家 ' });
    expect(body.text).toBe('👩‍👧\n\r家 ');
  });

  test.each(['a\u0000b', 'a\ud800b', '\udc00'])(
    'are refused when the encoding is broken: %j',
    async (text) => {
      const { status, body } = await post('/letters', { ...letter, text });
      expect([status, Object.keys(body.fields ?? {})]).toEqual([400, ['text']]);
    },
  );

  test('count an emoji as one character', async () => {
    expect((await post('/letters', { ...letter, text: '😀'.repeat(10) })).status).toBe(200);
    expect((await post('/letters', { ...letter, text: '😀'.repeat(11) })).status).toBe(400);
  });
});

describe('a query', () => {
  const asked = (query: string) => ask({ url: `/api/v1/asked?${query}` });

  test('becomes numbers, flags, lists and moments', async () => {
    const reply = await asked('limit=20&openNow=true&service=a&openAt=2026-11-22T19:30:00+08:00');
    expect(reply.body).toEqual({
      limit: 20,
      openNow: true,
      service: ['a'],
      openAt: '2026-11-22T19:30:00+08:00',
    });
  });

  test.each(['1e3', '', '%205', '0x10', '1&limit=2', '101', '-0', 'NaN', '9007199254740993'])(
    'does not take limit=%s for a number',
    async (limit) => {
      const { status, body } = await asked(`limit=${limit}`);
      expect([status, Object.keys(body.fields ?? {})]).toEqual([400, ['limit']]);
    },
  );

  test.each(['limits', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'with the unknown name %s is refused',
    async (name) => {
      const { status, body } = await asked(`limit=1&${name}=1`);
      expect([status, Object.keys(body.fields ?? {})]).toEqual([400, [name]]);
    },
  );
});

describe('once', () => {
  const key = 'Zr8kQ2mVx0TgL5wYpN3bHa';
  const make = (payload: unknown, idempotencyKey: string) =>
    post('/made', payload, { 'idempotency-key': idempotencyKey });

  test('the same key and body do the work once and answer the same', async () => {
    const before = made.count;
    const first = await make(letter, key);
    const again = await make(letter, key);

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(made.count).toBe(before + 1);
  });

  test('another body is refused, another key works', async () => {
    await make(letter, `${key}A`);

    expect((await make({ ...letter, kind: 'urgent' }, `${key}A`)).status).toBe(422);
    expect((await make(letter, `${key}B`)).status).toBe(201);
  });

  test('a twin that still runs is told to come back', async () => {
    let release = (): void => undefined;
    made.hold = new Promise((resolve) => (release = resolve));
    const first = make(letter, `${key}C`);
    await new Promise(setImmediate);
    await new Promise(setImmediate);

    const twin = await make(letter, `${key}C`);
    release();

    expect([twin.status, twin.body.code]).toEqual([409, 'idempotency_running']);
    expect(twin.headers['retry-after']).toBe('1');
    expect((await first).status).toBe(201);
  });

  test('nothing is kept of what failed', async () => {
    breaks.next = () => {
      throw new Error('the effect failed');
    };
    expect((await make(letter, `${key}D`)).status).toBe(500);

    breaks.next = () => undefined;
    expect((await make({ ...letter, kind: 'urgent' }, `${key}D`)).status).toBe(201);
  });

  test('after a day the key is free again', async () => {
    const first = await make(letter, `${key}E`);
    probe.clock.pass({ hours: 26 });

    expect((await make(letter, `${key}E`)).body).not.toEqual(first.body);
    expect(await probe.app.get(Once).purge()).toBe(0);
  });

  test.each(['short', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'with blank in it 123456789012'])(
    'without a session the key must be random: %s',
    async (weak) => {
      const { status, body } = await make(letter, weak);
      expect([status, Object.keys(body.fields ?? {})]).toEqual([400, ['idempotency-key']]);
    },
  );
});

test.each([
  '+/8kQ2mVx0TgL5wYpN3bHaZr8kQ2mVx0TgL5wYpN3b0=',
  '0123456789abcdef01234567',
  '01234567'.repeat(4),
])('without a session random bytes in base64 or hex are a key: %s', async (key) => {
  expect((await post('/made', letter, { 'idempotency-key': key })).status).toBe(201);
});

describe('the log', () => {
  test('cries out when a sealed value was swapped or changed', async () => {
    breaks.next = () => {
      throw new SealBroken('account.name.someone');
    };
    const from = probe.log.length;
    const { status, body } = await post('/breaks/a', letter);
    const alarms = probe.log.slice(from).filter((line) => line.includes('"alarm":true'));

    expect([status, body.code]).toEqual([500, 'fault']);
    expect(alarms).toEqual([expect.stringContaining('"msg":"seal_broken"')]);
    expect(alarms.join('')).not.toContain('someone');
  });

  const canaries = ['金丝雀王小妹', '13859700001', 'Zr8kQ2mVx0TgL5wYpN3bCanary'];

  test('holds nothing of what she sent, through success, refusal, fault and crash', async () => {
    const [name = '', phone = '', token = ''] = canaries;
    const body = { text: name, kind: 'plain' };
    const headers = { authorization: `Bearer ${token}`, 'user-agent': `x\r\n${name}`.slice(0, 1) };
    const faults: unknown[] = [
      new Error(`Duplicate entry '${phone}' for key`),
      Object.assign(new TypeError(`Received '${phone}'`), { code: 'ERR_INVALID_ARG_TYPE' }),
      Object.assign(new Error(name), {
        name: 'QueryFailedError',
        parameters: [phone],
        query: name,
      }),
      { phone },
      phone,
    ];

    await post(`/letters?phone=${phone}`, body, headers);
    await post('/letters', { ...body, kind: name, [phone]: phone }, headers);
    await raw(`{"text":"${name}`);
    await ask({ url: `/api/v1/nowhere/${phone}?name=${encodeURIComponent(name)}` });
    for (const fault of faults) {
      breaks.next = () => {
        throw fault as Error;
      };
      const { status, body: answer } = await post(`/breaks/${phone}`, body, headers);
      expect([status, answer.code]).toEqual([500, 'fault']);
    }

    const lines = probe.log.join('');
    for (const canary of canaries) expect(lines).not.toContain(canary);
    expect(lines).toContain('"route":"/api/v1/breaks/:how"');
    expect(lines).toContain('"type":"QueryFailedError"');
  });

  test('grows by less than 50 MB in a minute of 100,000 faults', async () => {
    const flooded = await startProbe();
    breaks.next = () => {
      throw new Error('broken');
    };
    const fault = {
      method: 'POST',
      url: '/api/v1/breaks/now',
      payload: letter,
      headers: { 'user-agent': `\u001b[31m${'长'.repeat(4000)}` },
    } as const;
    const few = 1500;
    for (let n = 0; n < few; n += 1) expect((await ask(fault, flooded.app)).status).toBe(500);
    await flooded.close();

    const lines = flooded.log.flatMap((line) => line.trimEnd().split('\n'));
    const isSpelledOut = (line: string) => line.includes('"stack":"    at ');
    const bytes = (all: string[]) => Buffer.byteLength(all.join('\n'));
    const spelledOut = lines.filter(isSpelledOut);
    const eachOther = bytes(lines.filter((line) => !isSpelledOut(line))) / few;
    // A test may run over the end of a minute.
    expect(spelledOut.length).toBeLessThanOrEqual(1000);
    expect(spelledOut.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(2 * few);
    expect(500 * 10_000 + 100_000 * eachOther).toBeLessThan(50_000_000);
    expect(Math.max(...spelledOut.map((line) => bytes([line])))).toBeLessThan(10_000);
  });

  test('a refusal of our own is no fault, whatever its status', async () => {
    const from = probe.log.length;
    breaks.next = () => {
      throw new Refusal('busy');
    };
    expect((await post('/breaks/now', letter)).status).toBe(503);

    const lines = probe.log.slice(from).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ level, msg }) => [level, msg])).toContainEqual([40, 'busy']);
    expect(lines.filter(({ level, err }) => Number(level) >= 50 || err)).toEqual([]);
  });

  test('one line a request, with the id of the reply', async () => {
    const from = probe.log.length;
    const { headers } = await post('/letters', letter);

    const lines = probe.log.slice(from).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      reqId: headers['x-request-id'],
      method: 'POST',
      route: '/api/v1/letters',
      status: 200,
    });
  });
});

test.each([
  ['connection lost', { code: 'PROTOCOL_CONNECTION_LOST' }],
  ['disk full', { errcode: 13 }],
  ['read only', { errno: 1290 }],
])('a database that is away or full is “busy”: %s', async (_, driverError) => {
  breaks.next = () => {
    throw Object.assign(new Error('query failed'), { driverError });
  };
  const { status, body, headers } = await post('/breaks/now', letter);

  expect([status, body.code, headers['retry-after']]).toEqual([503, 'busy', '5']);
});

test('a route that names nobody stops the start', async () => {
  @Controller()
  class OpenDoor {
    @Get('/api/v1/open')
    open(): string {
      return '';
    }
  }

  await expect(startProbe({}, [OpenDoor])).rejects.toThrow('routes without @Allow: OpenDoor.open');
});

describe('limits at their real numbers', () => {
  let real: ProbeApp;
  beforeAll(async () => {
    real = await startProbe({ limitFactor: 1, trustProxy: ['127.0.0.1'] });
  });
  afterAll(() => real.close());

  const from = (url: string, address: string) =>
    ask(
      {
        method: 'POST',
        url: `/api/v1${url}`,
        payload: letter,
        headers: { 'x-forwarded-for': address },
      },
      real.app,
    );
  const many = (count: number, url: string, address: string) =>
    Promise.all(Array.from({ length: count }, () => from(url, address)));

  test('two hundred at once and sixty women from one address may ask', async () => {
    const replies = await many(260, '/asking', '203.0.113.7');
    expect(replies.filter(({ status }) => status !== 200)).toHaveLength(0);
  });

  test('two hundred women behind one address may each read their answer four times', async () => {
    const replies = await many(800, '/claiming', '203.0.113.7');
    expect(replies.filter(({ status }) => status !== 200)).toHaveLength(0);
  });

  test('a flood is stopped and told when to return, and nobody else with it', async () => {
    const replies = await many(121, '/letters', '203.0.113.8');
    const stopped = replies.filter(({ status }) => status === 429);

    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.body.code).toBe('too_many');
    expect(Number(stopped[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('/letters', '203.0.113.9')).status).toBe(200);
  });
});
