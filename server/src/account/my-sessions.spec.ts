import type { MySession, Page } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aFederation, aPerson } from '../../test/given';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { Sessions } from './session.service';

describe('where she is signed in', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startApp()));
  afterAll(() => t.close());

  const list = async (token: string) =>
    (await t.http.get<Page<MySession>>('/me/sessions', { token })).body.items;
  const statusOf = async (token: string) => (await t.http.get('/me', { token })).status;
  const end = (id: string, token: string) => t.http.delete(`/me/sessions/${id}`, { token });
  const onAnotherPhone = async (accountId: string) =>
    (await t.app.get(UnitOfWork).run((tx) => t.app.get(Sessions).start(tx, accountId, []))).token;

  it('is listed newest first, with the day of its last use and which one this is', async () => {
    t.clock.tell('2026-11-26T09:00:00+08:00');
    const { accountId, token: older } = await aPerson(t);
    t.clock.tell('2026-11-28T23:59:00+08:00');
    const newer = await onAnotherPhone(accountId);

    expect(await list(older)).toMatchObject([
      {
        createdAt: '2026-11-28T23:59:00+08:00',
        lastUsedDay: '2026-11-28',
        isCurrent: false,
      },
      {
        createdAt: '2026-11-26T09:00:00+08:00',
        lastUsedDay: '2026-11-28',
        isCurrent: true,
      },
    ]);
    expect((await list(newer)).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
  });

  it('is ended from another phone, for its very next request', async () => {
    const { accountId, token: here } = await aPerson(t);
    const there = await onAnotherPhone(accountId);
    const { id } = (await list(here)).find(({ isCurrent }) => !isCurrent)!;

    expect((await end(id, here)).body).toEqual({ ended: true });

    expect([await statusOf(there), await statusOf(here)]).toEqual([401, 200]);
    expect(await list(here)).toHaveLength(1);
    expect(await end(id, here)).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
  });

  it('is ended by nobody else, and nobody learns that there is one', async () => {
    const { token } = await aPerson(t);
    const { id } = (await list(token))[0]!;
    const { token: stranger } = await aPerson(t);

    const [hers, none] = [await end(id, stranger), await end(newId(), stranger)];

    expect(hers).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    expect(none.body).toEqual(hers.body);
    expect(await statusOf(token)).toBe(200);
  });

  it('no longer lists what ended by itself', async () => {
    const { accountId } = await aPerson(t, [{ in: await aFederation(t), kind: 'staff' }]);
    t.clock.pass({ minutes: 30 });
    expect(await list(await onAnotherPhone(accountId))).toHaveLength(1);
  });
});
