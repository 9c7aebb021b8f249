import { randomBytes } from 'node:crypto';
import type { RefusalBody, Session } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { plantedValuesFound } from '../../test/planted-values';
import { WeChatSimulator } from '../../test/wechat';
import { AccountRow, WeChatIdentityRow } from '.';

const anOpenid = (): string => `o${randomBytes(20).toString('base64url').slice(0, 27)}`;
type Signed = Session & RefusalBody;

describe('signing in with WeChat', () => {
  let wechat: WeChatSimulator;
  let t: TestApp;
  beforeAll(async () => {
    wechat = await WeChatSimulator.start();
    t = await startApp({ config: { wechat: wechat.config } });
  });
  afterAll(async () => {
    await t.close();
    await wechat.stop();
  });

  const signIn = (wechatCode: string, asked: { token?: string; key?: string } = {}) =>
    t.http.post<Signed>(
      '/sessions',
      { wechatCode },
      { token: asked.token, headers: asked.key ? { 'idempotency-key': asked.key } : {} },
    );
  const me = (token: string) => t.http.get<{ id: string }>('/me', { token });

  it('makes her an account at the first time and finds it at the next', async () => {
    const openid = anOpenid();
    const first = await signIn(await wechat.code(openid));
    const second = await signIn(await wechat.code(openid));

    expect(first).toMatchObject({
      status: 201,
      body: { account: { isInvented: false, posts: [] } },
    });
    expect(second.body.account.id).toBe(first.body.account.id);
    expect(second.body.token).not.toBe(first.body.token);
    expect((await me(first.body.token)).body.id).toBe(first.body.account.id);
  });

  it('on twenty phones in one moment for the first time makes one account', async () => {
    const openid = anOpenid();
    const [accounts, identities] = await Promise.all([
      t.dataSource.manager.count(AccountRow),
      t.dataSource.manager.count(WeChatIdentityRow),
    ]);
    const codes = await Promise.all(Array.from({ length: 20 }, () => wechat.code(openid)));

    const signed = await Promise.all(codes.map((code) => signIn(code)));

    expect(signed.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(signed.map(({ body }) => body.account.id)).size).toBe(1);
    expect(await t.dataSource.manager.count(AccountRow)).toBe(accounts + 1);
    expect(await t.dataSource.manager.count(WeChatIdentityRow)).toBe(identities + 1);
  });

  it('ends the session she came with, and no other of hers', async () => {
    const openid = anOpenid();
    const { body: onOtherPhone } = await signIn(await wechat.code(openid));
    const { body: before } = await signIn(await wechat.code(openid));
    const { body: now } = await signIn(await wechat.code(openid), { token: before.token });

    expect((await me(before.token)).status).toBe(401);
    expect((await me(now.token)).status).toBe(200);
    expect((await me(onOtherPhone.token)).status).toBe(200);
  });

  it('sent twice with one key asks WeChat once and gives one answer', async () => {
    const [code, key] = [await wechat.code(anOpenid()), anIdempotencyKey()];
    const asked = await wechat.exchanges();

    const first = await signIn(code, { key });
    const again = await signIn(code, { key });

    expect(again.body).toEqual(first.body);
    expect(await wechat.exchanges()).toBe(asked + 1);
  });

  it('takes a code once, for five minutes, of our own mini-program', async () => {
    const used = await wechat.code(anOpenid());
    await signIn(used);
    const old = await wechat.code(anOpenid());
    await wechat.pass(300);

    for (const code of [used, old, await wechat.codeOfOtherApp(anOpenid()), 'nothing'])
      expect(await signIn(code)).toMatchObject({ status: 400, body: { code: 'wechat_code_used' } });
  });

  it.each([
    [45011, 429, 'wechat_too_often'],
    [40226, 403, 'wechat_blocked'],
    [40013, 503, 'wechat_busy'],
    [40125, 503, 'wechat_busy'],
    [99999, 503, 'wechat_busy'],
    ['cut', 503, 'wechat_busy'],
    ['gateway', 503, 'wechat_busy'],
    ['redirect', 503, 'wechat_busy'],
    ['silence', 503, 'wechat_busy'],
  ] as const)('when WeChat answers %s says %i %s', async (trouble, status, code) => {
    await wechat.troubles(trouble);
    expect(await signIn(await wechat.code(anOpenid()))).toMatchObject({ status, body: { code } });
    expect((await signIn(await wechat.code(anOpenid()))).status).toBe(201);
  });

  it('for a person whom WeChat holds for risky is refused by WeChat itself', async () => {
    const code = await wechat.code(anOpenid(), { isRisky: true });
    expect((await signIn(code)).body.code).toBe('wechat_blocked');
  });

  it('asks a busy WeChat three times and no more', async () => {
    await wechat.troubles(-1, -1);
    expect((await signIn(await wechat.code(anOpenid()))).status).toBe(201);

    const asked = await wechat.exchanges();
    await wechat.troubles(-1, -1, -1);
    const { status, headers } = await signIn(await wechat.code(anOpenid()));

    expect({ status, after: headers['retry-after'] }).toEqual({ status: 503, after: '10' });
    expect(await wechat.exchanges()).toBe(asked + 3);
  });

  it('keeps nobody from asking for help while WeChat hangs', async () => {
    await wechat.troubles('silence');
    const hanging = signIn(await wechat.code(anOpenid()));

    expect((await t.http.post('/case-tickets/claim', { claimCode: '1'.repeat(20) })).status).toBe(
      404,
    );
    expect((await hanging).status).toBe(503);
  });

  it.each([[{}], [{ wechatCode: 'a', demonstration: 'b' }], [{ wechatCode: '' }]])(
    'is done in one way: %j is refused',
    async (body) => {
      expect((await t.http.post('/sessions', body)).status).toBe(400);
    },
  );

  it('leaves neither openid nor session key nor code nor secret in a file, a dump or the log', async () => {
    const openid = anOpenid();
    const code = await wechat.code(openid);
    const { accountId } = await aPerson(t);
    const { body } = await signIn(code);
    await signIn(code);
    await wechat.troubles('cut', 40125);
    await signIn(await wechat.code(openid));
    await signIn(await wechat.code(openid));

    const secrets = [openid, code, wechat.config.appSecret, body.token];
    expect(await plantedValuesFound(t, secrets, accountId)).toEqual([]);
    const columns = t.dataSource.entityMetadatas.flatMap(({ columns }) => columns);
    expect(columns.filter(({ databaseName }) => /session_key/.test(databaseName))).toEqual([]);
  });
});

/** A busy machine is slow, not wrong. */
const patienceMs = 240_000;

describe('at the real limits', () => {
  let wechat: WeChatSimulator;
  let t: TestApp;
  beforeAll(async () => {
    wechat = await WeChatSimulator.start();
    t = await startApp({
      config: { wechat: { ...wechat.config, timeoutMs: patienceMs }, limitFactor: 1 },
    });
  });
  afterAll(async () => {
    await t.close();
    await wechat.stop();
  });

  const signIn = async () =>
    t.http.post<Signed>('/sessions', { wechatCode: await wechat.code(anOpenid()) });

  async function signInAtOnce(women: number): Promise<void> {
    const signed = await Promise.all(Array.from({ length: women }, signIn));

    expect(signed.map(({ status, body }) => body.code ?? status)).toEqual(Array(women).fill(201));
    expect(new Set(signed.map(({ body }) => body.account.id)).size).toBe(women);
  }

  it('sixty women behind one address all sign in at once', () => signInAtOnce(60), patienceMs);

  it(
    'a hundred and fifty do when WeChat is slow, the last of them late',
    async () => {
      await wechat.troubles(...Array<'slow'>(150).fill('slow'));
      await signInAtOnce(150);
    },
    patienceMs,
  );

  it('twenty come late who asked while WeChat was left alone', async () => {
    await wechat.troubles('cut', 'cut', 'cut', 'cut', 'cut');
    for (let n = 0; n < 5; n += 1) await signIn();
    const asked = await wechat.exchanges();

    await signInAtOnce(20);

    expect(await wechat.exchanges()).toBe(asked + 20);
  });
});

describe('a WeChat that does not answer', () => {
  it('is left alone, and who could not wait so long is told at once', async () => {
    const wechat = await WeChatSimulator.start();
    const t = await startApp({ config: { wechat: wechat.config } });
    const signIn = async () =>
      t.http.post<Signed>('/sessions', { wechatCode: await wechat.code(anOpenid()) });
    await wechat.troubles('cut', 'cut', 'cut', 'cut', 'cut', 'cut');
    for (let n = 0; n < 6; n += 1) await signIn();
    expect(await wechat.exchanges()).toBe(6);

    const { status, headers } = await signIn();

    expect({ status, after: headers['retry-after'] }).toEqual({ status: 503, after: '10' });
    expect(await wechat.exchanges()).toBe(6);
    await t.close();
    await wechat.stop();
  });
});

describe('without a mini-program of its own', () => {
  it('signing in with WeChat says that it is not there yet', async () => {
    const t = await startApp();
    expect(await t.http.post('/sessions', { wechatCode: 'x' })).toMatchObject({
      status: 503,
      body: { code: 'sign_in_unavailable' },
    });
    await t.close();
  });
});
