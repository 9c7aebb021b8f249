import { randomBytes } from 'node:crypto';
import type { SecondFactor, Session } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey } from '../../test/case-tickets';
import { anAuthenticator, begin, digitsOf, prove, wrongDigits } from '../../test/authenticator';
import { aFederation, aPerson, type GivenPerson, type Proved } from '../../test/given';
import { plantedValuesFound } from '../../test/planted-values';
import { WeChatSimulator } from '../../test/wechat';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Accounts } from './account.service';
import { SecondFactors } from './second-factor.service';
import { Sessions } from './session.service';

const stepMs = 30_000;

let t: TestApp;
let staff: GivenPerson;
let federation: Awaited<ReturnType<typeof aFederation>>;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

const someStaff = (proved: Proved) =>
  aPerson(t, [{ in: federation, kind: 'chair' }], undefined, proved);
const desk = (token = staff.token) => t.http.get('/desk/case-tickets', { token });
const invite = (token = staff.token) =>
  t.http.post(`/desk/federations/${federation.id}/invitations`, { kind: 'staff' }, { token });
const now = () => t.clock.now();
const acts = async (id: string) => {
  const sql = 'SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY at, id';
  return (await t.dataSource.query<{ action: string }[]>(sql, [id])).map(({ action }) => action);
};

beforeEach(async () => {
  t.clock.pass({ minutes: 10 });
  federation = await aFederation(t);
  staff = await someStaff('first');
});

describe('who reads case tickets', () => {
  it('is let in with the second factor only, and told what to do next', async () => {
    expect(await desk()).toMatchObject({ status: 403, body: { code: 'second_factor_needed' } });

    await anAuthenticator(t, staff.token);

    expect((await desk()).status).toBe(200);
    const { body } = await t.http.get<SecondFactor>('/me/second-factor', staff);
    expect(body).toEqual({ isSetUp: true, isFresh: true, demonstration: null });
  });

  it('proves it anew in each session', async () => {
    const key = await anAuthenticator(t, staff.token);
    const there = await onAnotherPhone(staff);
    expect((await desk(there)).status).toBe(403);

    t.clock.pass({ seconds: 30 });
    await prove(t, there, digitsOf(key, now()));

    expect((await desk(there)).status).toBe(200);
  });

  it('is not asked in the field, nor is a woman', async () => {
    const post = { in: federation, kind: 'committee_member' } as const;
    const member = await aPerson(t, [post], undefined, 'first');
    const woman = await aPerson(t, [], undefined, 'first');

    expect((await t.http.get('/ledger', member)).status).toBe(200);
    expect((await t.http.get('/me/data', woman)).status).toBe(200);
  });
});

describe('six digits', () => {
  it('are taken one step early and one late, and no further', async () => {
    const key = await anAuthenticator(t, staff.token);
    const offBy = async (steps: number) => {
      t.clock.pass({ minutes: 10 });
      return (await prove(t, staff.token, digitsOf(key, now() + steps * stepMs))).status;
    };

    expect(await offBy(-2)).toBe(403);
    expect(await offBy(-1)).toBe(200);
    expect(await offBy(0)).toBe(200);
    expect(await offBy(1)).toBe(200);
    expect(await offBy(2)).toBe(403);
  });

  it('serve once, also those with which it was set up, and none older than they', async () => {
    const { key } = (await begin(t, staff.token)).body;
    const digits = digitsOf(key, now());
    expect((await prove(t, staff.token, digits)).status).toBe(200);

    for (const again of [digits, digitsOf(key, now() - stepMs)])
      expect(await prove(t, staff.token, again)).toMatchObject({
        status: 409,
        body: { code: 'second_factor_used' },
      });
  });

  it('sent by ten sessions in one moment let in one of them', async () => {
    const key = await anAuthenticator(t, staff.token);
    const phones = await Promise.all(Array.from({ length: 10 }, () => onAnotherPhone(staff)));
    t.clock.pass({ minutes: 1 });

    const answers = await Promise.all(phones.map((token) => prove(t, token, digitsOf(key, now()))));

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array<number>(9).fill(409),
    ]);
    const seen = await Promise.all(phones.map(async (token) => (await desk(token)).status));
    expect(seen.sort()).toEqual([200, ...Array<number>(9).fill(403)]);
  });

  it('that are wrong five times want a minute, then five, then fifteen, an hour at most', async () => {
    const key = await anAuthenticator(t, staff.token);
    for (const minutes of [1, 5, 15, 60, 60]) {
      for (let n = 1; n < 5; n += 1) {
        const wrong = await prove(t, staff.token, wrongDigits(key, now()));
        expect(wrong.body.code).toBe('second_factor_wrong');
      }
      const fifth = await prove(t, staff.token, wrongDigits(key, now()));
      expect(fifth).toMatchObject({ status: 429, body: { code: 'second_factor_wait' } });
      expect(fifth.headers['retry-after']).toBe(String(minutes * 60));
      t.clock.pass({ seconds: minutes * 60 - 1 });
      staff.token = await onAnotherPhone(staff);
      expect((await prove(t, staff.token, digitsOf(key, now()))).status).toBe(429);
      t.clock.pass({ seconds: 1 });
    }

    expect((await prove(t, staff.token, digitsOf(key, now()))).status).toBe(200);
    expect((await prove(t, staff.token, wrongDigits(key, now()))).status).toBe(403);
  });

  it('that a stranger guesses stop neither her nor anybody else: he has not even her first factor', async () => {
    const key = await anAuthenticator(t, staff.token);
    const stranger = await someStaff('first');
    await anAuthenticator(t, stranger.token);
    for (let n = 0; n < 20; n += 1) await prove(t, stranger.token, '000000');
    t.clock.pass({ minutes: 1 });

    expect((await prove(t, 'x'.repeat(43), '000000')).status).toBe(401);
    expect((await prove(t, staff.token, digitsOf(key, now()))).status).toBe(200);
  });

  it('tried by a hundred at once are looked at five times', async () => {
    const key = await anAuthenticator(t, staff.token);
    const tries = Array.from({ length: 100 }, () => prove(t, staff.token, wrongDigits(key, now())));

    const codes = (await Promise.all(tries)).map(({ body }) => body.code);

    expect(codes.filter((code) => code === 'second_factor_wrong')).toHaveLength(4);
    expect(codes.filter((code) => code === 'second_factor_wait')).toHaveLength(96);
  });
});

describe('setting up', () => {
  it('counts only when digits of the new key came back; until then the old one serves', async () => {
    const old = await anAuthenticator(t, staff.token);
    const { key } = (await begin(t, staff.token)).body;
    t.clock.pass({ minutes: 1 });
    expect((await prove(t, staff.token, digitsOf(old, now()))).status).toBe(200);

    expect((await prove(t, staff.token, digitsOf(key, now()))).status).toBe(200);

    t.clock.pass({ minutes: 1 });
    expect((await prove(t, staff.token, digitsOf(old, now()))).status).toBe(403);
    expect((await prove(t, staff.token, digitsOf(key, now()))).status).toBe(200);
  });

  it('again wants digits of the one in use, not older than a quarter of an hour', async () => {
    await anAuthenticator(t, staff.token);
    const there = await onAnotherPhone(staff);
    expect(await begin(t, there)).toMatchObject({ status: 401, body: { code: 'reauth_needed' } });

    t.clock.pass({ minutes: 15 });
    expect((await begin(t, staff.token)).status).toBe(401);
  });

  it('comes before the first digits', async () => {
    expect(await prove(t, staff.token, '123456')).toMatchObject({
      status: 409,
      body: { code: 'second_factor_missing' },
    });
  });

  it('takes no body, and bears one without an end', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const headers = { 'content-type': 'application/json', 'idempotency-key': anIdempotencyKey() };

    const answer = await t.http.post('/me/second-factor/keys', deep, { ...staff, headers });

    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  });

  it('keeps the key nowhere in the open', async () => {
    const keys = [(await begin(t, staff.token)).body.key, await anAuthenticator(t, staff.token)];

    expect(await plantedValuesFound(t, keys, '某镇妇联')).toEqual([]);
  });
});

describe('what is grave', () => {
  it('wants digits again after a quarter of an hour, and then goes on', async () => {
    const key = await anAuthenticator(t, staff.token);
    t.clock.pass({ minutes: 14, seconds: 59 });
    expect((await invite()).status).toBe(201);

    t.clock.pass({ seconds: 1 });
    expect(await invite()).toMatchObject({ status: 401, body: { code: 'reauth_needed' } });
    expect((await desk()).status).toBe(200);

    await prove(t, staff.token, digitsOf(key, now()));
    expect((await invite()).status).toBe(201);
  });
});

describe('a lost phone', () => {
  const remove = () =>
    t.app.get(UnitOfWork).run((tx) => t.app.get(SecondFactors).remove(tx, staff.accountId));

  it('is worth nothing once it is removed, and she sets up another', async () => {
    await anAuthenticator(t, staff.token);

    expect([await remove(), await remove()]).toEqual([true, false]);

    expect((await t.http.get('/me', staff)).status).toBe(401);
    staff.token = await onAnotherPhone(staff);
    await anAuthenticator(t, staff.token);
    expect((await desk()).status).toBe(200);
    expect(await acts(staff.accountId)).toEqual([
      'second_factor.set_up',
      'second_factor.removed',
      'second_factor.set_up',
    ]);
  });

  it('is in the audit with every wrong try before', async () => {
    const key = await anAuthenticator(t, staff.token);
    t.clock.pass({ seconds: 1 });
    await prove(t, staff.token, wrongDigits(key, now()));

    expect(await acts(staff.accountId)).toEqual(['second_factor.set_up', 'second_factor.failed']);
  });
});

describe('signing in', () => {
  let wechat: WeChatSimulator;
  let real: TestApp;
  beforeAll(async () => {
    wechat = await WeChatSimulator.start();
    real = await startApp({ config: { wechat: wechat.config } });
  });
  afterAll(async () => {
    await real.close();
    await wechat.stop();
  });

  const run: UnitOfWork['run'] = (work) => real.app.get(UnitOfWork).run(work);
  const appoint = async (accountId: string) => {
    const { id: federationId } = await aFederation(real);
    const post = { accountId, federationId, kind: 'staff', fromDay: '2026-01-01' } as const;
    await run((tx) => real.app.get(Accounts).appoint(tx, [post]));
  };
  const signIn = async (body: object) => (await real.http.post<Session>('/sessions', body)).body;
  const status = async (who: Session) => (await real.http.get('/desk/case-tickets', who)).status;

  it('with WeChat proves the first factor alone', async () => {
    const openid = `o${randomBytes(20).toString('base64url').slice(0, 27)}`;
    const her = await signIn({ wechatCode: await wechat.code(openid) });
    await appoint(her.account.id);

    expect(await status(her)).toBe(403);
  });

  it('as an invented person proves both, and says as whom she does it again', async () => {
    const person = { name: '示例·某人', isInvented: true, demonstrationId: 'somebody' };
    const [invented = ''] = await run((tx) => real.app.get(Accounts).add(tx, [person]));
    await appoint(invented);

    const her = await signIn({ demonstration: 'somebody' });

    expect(await status(her)).toBe(200);
    const { body } = await real.http.get<SecondFactor>('/me/second-factor', her);
    expect(body).toEqual({ isSetUp: false, isFresh: true, demonstration: 'somebody' });
  });
});

async function onAnotherPhone({ accountId }: GivenPerson): Promise<string> {
  const run = t.app
    .get(UnitOfWork)
    .run((tx) => t.app.get(Sessions).start(tx, accountId, [{ kind: 'chair' }]));
  return (await run).token;
}
