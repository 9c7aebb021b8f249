import type { Account } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson } from '../../test/given';
import { plantedValuesFound } from '../../test/planted-values';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Accounts } from './account.service';
import { Sessions } from './session.service';
import { SessionRow } from './session.entity';

const start = '2026-11-26T09:00:00+08:00';

describe('a session', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());
  beforeEach(() => t.clock.tell(start));

  const me = (token: string) => t.http.get<Account>('/me', { token });
  const statusOf = async (token: string) => (await me(token)).status;
  const staff = async () => aPerson(t, [{ in: await aFederation(t), kind: 'staff' }]);

  it('says who she is and what her posts allow', async () => {
    const federation = await aFederation(t, { name: '霞美镇妇联' });
    const { token } = await aPerson(t, [{ in: federation, kind: 'chair' }], '示例·林小梅');

    const { body } = await me(token);

    expect(body).toMatchObject({ displayName: '示例·林小梅', isInvented: true });
    expect(body.posts).toMatchObject([{ federationName: '霞美镇妇联', kind: 'chair' }]);
    expect(body.posts[0]?.actions).toContain('case_ticket.read_sealed');
  });

  it.each([undefined, 'x', 'A'.repeat(43)])('is wanted: %s is refused', async (token) => {
    expect((await t.http.get('/me', { token })).status).toBe(401);
  });

  it('that has ended is said to have ended, but never in the way of what is public', async () => {
    const { token } = await aPerson(t);
    await t.http.delete('/sessions/current', { token });

    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    expect((await t.http.get('/divisions', { token })).status).toBe(200);
  });

  it('of staff ends after half an hour without use, to the second', async () => {
    const { token } = await staff();

    t.clock.pass({ minutes: 30, seconds: -1 });
    expect(await statusOf(token)).toBe(200);
    t.clock.pass({ minutes: 30, seconds: -1 });
    expect(await statusOf(token)).toBe(200);
    t.clock.pass({ minutes: 30 });
    expect(await statusOf(token)).toBe(401);
  });

  it('of staff ends after twelve hours of use, to the second', async () => {
    const { token } = await staff();

    for (let quarter = 1; quarter < 48; quarter += 1) {
      t.clock.pass({ minutes: 15 });
      expect(await statusOf(token)).toBe(200);
    }
    t.clock.pass({ minutes: 15, seconds: -1 });
    expect(await statusOf(token)).toBe(200);
    t.clock.pass({ seconds: 1 });
    expect(await statusOf(token)).toBe(401);
  });

  it('of an 执委 lasts her day in the field, used or not, and no longer', async () => {
    const { token } = await aPerson(t, [{ in: await aFederation(t), kind: 'committee_member' }]);

    t.clock.pass({ hours: 12, seconds: -1 });
    expect(await statusOf(token)).toBe(200);
    t.clock.pass({ seconds: 1 });
    expect(await statusOf(token)).toBe(401);
  });

  it('of an 执委 who holds another post too ends like one of staff', async () => {
    const federation = await aFederation(t);
    const posts = [
      { in: federation, kind: 'committee_member' as const },
      { in: federation, kind: 'staff' as const },
    ];
    const { token } = await aPerson(t, posts);

    t.clock.pass({ minutes: 30 });
    expect(await statusOf(token)).toBe(401);
  });

  it('of a woman ends after thirty days without use and ninety in all', async () => {
    const { token: idle } = await aPerson(t);
    const { token: used } = await aPerson(t);

    for (let month = 1; month <= 3; month += 1) {
      t.clock.pass({ days: 30, seconds: -1 });
      expect(await statusOf(used)).toBe(200);
    }
    t.clock.pass({ seconds: 3 });
    expect(await statusOf(used)).toBe(401);

    t.clock.tell(start);
    t.clock.pass({ days: 30 });
    expect(await statusOf(idle)).toBe(401);
  });

  const appointed = async () => {
    const federationId = (await aFederation(t)).id;
    const { token, accountId } = await aPerson(t);
    await t.app.get(UnitOfWork).run((tx) => {
      const post = { accountId, federationId, kind: 'staff' as const, fromDay: '2026-11-26' };
      return t.app.get(Accounts).appoint(tx, [post]);
    });

    return token;
  };

  it('of a woman who is appointed meanwhile ends like one of staff', async () => {
    const idle = await appointed();
    const used = await appointed();

    for (let quarter = 1; quarter < 48; quarter += 1) {
      t.clock.pass({ minutes: 15 });
      expect(await statusOf(used)).toBe(200);
      if (quarter === 2) expect(await statusOf(idle)).toBe(401);
    }
    t.clock.pass({ minutes: 15 });
    expect(await statusOf(used)).toBe(401);
  });

  it('is written down at most once a minute', async () => {
    const { token, accountId } = await aPerson(t);
    const seen = async () =>
      (await t.dataSource.manager.findOneByOrFail(SessionRow, { accountId })).lastSeenAt;
    const began = await seen();

    t.clock.pass({ seconds: 59 });
    await me(token);
    expect(await seen()).toBe(began);

    t.clock.pass({ seconds: 1 });
    await me(token);
    expect(await seen()).toBe(began + 60_000);
  });

  it('that was ended serves no later request, with fifty in flight', async () => {
    const { token } = await staff();
    const before = Array.from({ length: 50 }, () => statusOf(token));
    const ended = await t.http.delete<{ ended: boolean }>('/sessions/current', { token });
    const after = await Promise.all(Array.from({ length: 50 }, () => statusOf(token)));

    expect(ended.body.ended).toBe(true);
    expect((await Promise.all(before)).every((status) => [200, 401].includes(status))).toBe(true);
    expect(new Set(after)).toEqual(new Set([401]));
  });

  it('has a token of its own every time, which the database does not hold', async () => {
    const { accountId } = await aPerson(t);
    const tokens: string[] = [];
    // No unit of work may hold the database for long.
    while (tokens.length < 10_000)
      await t.app.get(UnitOfWork).run(async (tx) => {
        for (let n = 0; n < 1000; n += 1)
          tokens.push((await t.app.get(Sessions).start(tx, accountId, [])).token);
      });

    expect(new Set(tokens).size).toBe(10_000);
    expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
    const kept = new Set((await t.dataSource.manager.find(SessionRow)).flatMap(Object.values));
    expect(tokens.filter((token) => kept.has(token))).toEqual([]);
    const sample = tokens.filter((_, n) => n % 500 === 0);
    expect(await plantedValuesFound(t, sample, accountId)).toEqual([]);
  });
});
