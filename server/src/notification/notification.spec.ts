import type { Inbox, Notification, RefusalBody } from '@niangjia/shared';
import { In } from 'typeorm';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/ids';
import { NotificationRow, Notifications } from '.';

describe('her inbox', () => {
  let t: TestApp;
  let she: GivenPerson;
  beforeAll(async () => (t = await startApp()));
  beforeEach(async () => (she = await aPerson(t)));
  afterAll(() => t.close());

  const tell = (text: string, to = [she.accountId]) =>
    t.app
      .get(UnitOfWork)
      .run((tx) =>
        t.app.get(Notifications).tell(tx, to, { kind: 'activity_changed', aboutId: newId(), text }),
      );
  const inbox = async (query = '', { token } = she) =>
    (await t.http.get<Inbox>(`/me/notifications${query}`, { token })).body;
  const read = (id: string, { token } = she) =>
    t.http.post<Notification & RefusalBody>(`/me/notifications/${id}/read`, undefined, { token });

  it('has the newest first, page by page, each once', async () => {
    for (const text of ['一', '二', '三']) {
      await tell(text);
      t.clock.pass({ seconds: 1 });
    }
    const first = await inbox('?limit=2');
    const second = await inbox(`?limit=2&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(['三', '二', '一']);
    expect(second.next).toBeNull();
  });

  it('pages through what was told in one moment, each once', async () => {
    const told = Array.from({ length: 5 }, (_, n) => `第${n}条`);
    for (const text of told) await tell(text);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Inbox = await inbox(`?limit=2${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ text }) => text));
      next = page.next;
    }
    expect(seen.sort()).toEqual(told);
  });

  it('counts what is unread, until it is read for the first time', async () => {
    await tell('一');
    await tell('二');
    const { items, unread } = await inbox();
    expect([unread, items[0]!.readAt]).toEqual([2, null]);

    const first = await read(items[0]!.id);
    t.clock.pass({ hours: 1 });
    const again = await read(items[0]!.id);

    expect(first.body.readAt).not.toBeNull();
    expect(again.body.readAt).toBe(first.body.readAt);
    expect((await inbox()).unread).toBe(1);
  });

  it('is hers alone', async () => {
    const other = await aPerson(t);
    await tell('给她的', [she.accountId]);
    const [{ id } = { id: '' }] = (await inbox()).items;

    expect(await inbox('', other)).toEqual({ items: [], next: null, unread: 0 });
    expect((await read(id, other)).body.code).toBe('notification_not_found');
    expect((await inbox()).unread).toBe(1);
    expect((await t.http.get('/me/notifications')).status).toBe(401);
  });

  it('is written to nobody who has gone or is going, and to each once', async () => {
    const going = await Promise.all(Array.from({ length: 10 }, () => aPerson(t)));
    const ids = [she, she, ...going].map(({ accountId }) => accountId);
    const leave = ({ token }: GivenPerson) =>
      t.http.delete('/me', { token, body: { confirm: '删除' } });
    await leave(going[0]!);

    const [, ...left] = await Promise.all([tell('都看看', ids), ...going.slice(1).map(leave)]);

    expect(left.map(({ status }) => status)).toEqual(Array(9).fill(200));
    const told = await t.dataSource.manager.findBy(NotificationRow, { accountId: In(ids) });
    expect(told.map(({ accountId }) => accountId)).toEqual([she.accountId]);
  });

  it('has nothing of a piece of work that was undone', async () => {
    const undone = t.app.get(UnitOfWork).run(async (tx) => {
      const news = { kind: 'job_closed', aboutId: newId(), text: '没有的事' } as const;
      await t.app.get(Notifications).tell(tx, [she.accountId], news);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await inbox()).items).toEqual([]);
  });
});
