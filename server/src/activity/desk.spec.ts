import type {
  Activity,
  ActivityChange,
  ActivityDraft,
  DeskActivity,
  DeskRegistration,
  Inbox,
  MoveActivity,
  MyData,
  Page,
  RefusalBody,
} from '@niangjia/shared';
import { In } from 'typeorm';
import { anActivity, brokenSeats, cancel, register } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { retentionDays } from '../account';
import { AuditEntryRow } from '../audit';
import { CalledAsPurge } from './called-as-purge';
import { ActivityRow, HideUnpublished1000000000810, RegistrationRow } from '.';

let t: TestApp;
let tree: Tree;
let staff: GivenPerson;
let neighbour: GivenPerson;
let woman: GivenPerson;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
  neighbour = await aPerson(t, [{ in: tree.otherTown, kind: 'chair' }]);
  woman = await aPerson(t, [], '示例·张三妹');
});
afterAll(() => t.close());

type Reply = DeskActivity & RefusalBody;
const draft = (given: Partial<ActivityDraft> = {}): ActivityDraft => ({
  federationId: tree.village.id,
  title: '亲子阅读',
  text: '带孩子来。\n有点心。',
  place: '某村妇女之家',
  point: { lng: 118.41, lat: 24.91 },
  startsAt: '2026-11-28T09:00:00+08:00',
  endsAt: '2026-11-28T11:00:00+08:00',
  registrationClosesAt: '2026-11-27T18:00:00+08:00',
  cancellableUntil: '2026-11-27T18:00:00+08:00',
  seats: 5,
  ...given,
});
const asWritten = (row: ActivityRow, given: Partial<ActivityChange> = {}): ActivityChange => ({
  ...draft({ seats: row.seats, place: row.place, point: { lng: row.lng, lat: row.lat } }),
  title: row.title,
  startsAt: new Date(row.startsAt).toISOString(),
  endsAt: new Date(row.endsAt).toISOString(),
  registrationClosesAt: new Date(row.registrationClosesAt).toISOString(),
  cancellableUntil: new Date(row.cancellableUntil).toISOString(),
  version: row.version,
  ...given,
});

const create = (body: object, { token } = staff, headers = {}) =>
  t.http.post<Reply>('/desk/activities', body, { token, headers });
const change = (id: string, body: ActivityChange, { token } = staff) =>
  t.http.put<Reply>(`/desk/activities/${id}`, body, { token });
const move = (id: string, body: MoveActivity, { token } = staff) =>
  t.http.post<Reply>(`/desk/activities/${id}/moves`, body, { token });
const one = (id: string, { token } = staff) =>
  t.http.get<Reply>(`/desk/activities/${id}`, { token });
const publicly = (id: string) => t.http.get<Activity & RefusalBody>(`/activities/${id}`);
const told = async ({ token }: GivenPerson) =>
  (await t.http.get<Inbox>('/me/notifications', { token })).body.items;
const acts = async (subjectId: string) =>
  (await t.dataSource.manager.findBy(AuditEntryRow, { subjectId })).map(({ action }) => action);

it('an activity is written as a draft that nobody else sees, then published', async () => {
  const { status, body } = await create(draft());

  expect(status).toBe(201);
  expect(body).toMatchObject({ ...draft(), state: 'draft', seatsLeft: 5, version: 1 });
  expect((await publicly(body.id)).body.code).toBe('activity_not_found');
  expect((await t.http.get<Page<Activity>>('/activities')).body.items).toEqual([]);

  expect((await move(body.id, { to: 'published' })).body.state).toBe('published');
  expect((await publicly(body.id)).body).toMatchObject({ federationName: '某村妇联', seats: 5 });
  expect(await acts(body.id)).toEqual(
    expect.arrayContaining(['activity.create', 'activity.published']),
  );
});

it('shows nobody a draft, whatever its desk tries', async () => {
  const { body } = await create(draft({ title: '没发布的' }));
  const seenBy = async () => {
    const lists = ['', '?day=2026-11-28', '?lng=118.41&lat=24.91'];
    const pages = await Promise.all(
      lists.map((query) => t.http.get<Page<Activity>>(`/activities${query}`)),
    );
    const asked = [await publicly(body.id), await register(t, body, woman)];
    expect(asked.map((reply) => reply.body.code)).toEqual(Array(2).fill('activity_not_found'));
    expect(JSON.stringify(pages.map((page) => page.body))).not.toContain('没发布的');
  };
  await seenBy();
  for (const to of ['draft', 'closed', 'cancelled'] as const) {
    expect((await move(body.id, { to, reason: '写错了' })).body.code).toBe('activity_wrong_state');
    await seenBy();
  }
  const { body: changed } = await change(body.id, { ...draft({ title: '没发布的' }), version: 1 });
  expect(changed.state).toBe('draft');
  await seenBy();
});

it('hides again what was cancelled as a draft by an earlier version', async () => {
  const never = (await create(draft())).body;
  const once = (await create(draft())).body;
  await move(once.id, { to: 'published' });
  for (const { id } of [never, once])
    await t.dataSource.query(
      `UPDATE activity SET state = 'cancelled', cancel_reason = '写错了' WHERE id = ?`,
      [id],
    );

  await new HideUnpublished1000000000810().up(t.dataSource.createQueryRunner());

  expect((await publicly(never.id)).body.code).toBe('activity_not_found');
  expect((await publicly(once.id)).body.state).toBe('cancelled');
  await t.dataSource.manager.delete(ActivityRow, { id: In([never.id, once.id]) });
});

it('is created once for one key', async () => {
  const key = { 'idempotency-key': 'one-activity' };
  const first = await create(draft({ title: '只建一次' }), staff, key);
  const again = await create(draft({ title: '只建一次' }), staff, key);
  expect(again.body).toEqual(first.body);
  expect(await t.dataSource.manager.countBy(ActivityRow, { title: '只建一次' })).toBe(1);
});

it('names what is wrong with the times', async () => {
  const late = { registrationClosesAt: '2026-11-28T09:00:01+08:00' };
  const faults = async (given: Partial<ActivityDraft>) => {
    const { status, body } = await create(draft(given));
    return [status, body.code, Object.keys(body.fields ?? {})];
  };
  expect(await faults(late)).toEqual([422, 'activity_times_wrong', ['registrationClosesAt']]);
  expect(await faults({ endsAt: '2026-11-28T09:00:00+08:00' })).toMatchObject([
    422,
    {},
    ['endsAt'],
  ]);
  expect(await faults({ endsAt: '2026-12-29T09:00:01+08:00' })).toMatchObject([
    422,
    {},
    ['endsAt'],
  ]);
  expect(await faults({ cancellableUntil: '2026-11-29T09:00:00+08:00' })).toMatchObject([
    422,
    {},
    ['cancellableUntil'],
  ]);
});

it('does not exist outside its branch, and none can be put there', async () => {
  const { id } = (await create(draft())).body;
  const row = await t.dataSource.manager.findOneByOrFail(ActivityRow, { id });

  expect((await one(id, neighbour)).body.code).toBe('activity_not_found');
  expect((await change(id, asWritten(row), neighbour)).status).toBe(404);
  expect((await move(id, { to: 'cancelled', reason: '不是我的' }, neighbour)).status).toBe(404);
  expect((await t.http.get(`/desk/activities/${id}/registrations`, neighbour)).status).toBe(404);
  expect((await create(draft(), neighbour)).body.code).toBe('federation_not_found');
  expect((await one(id, woman)).status).toBe(404);
  const theirs = await t.http.get<Page<DeskActivity>>('/desk/activities', neighbour);
  expect(theirs.body.items).toEqual([]);
});

it('is listed for its branch with its drafts, latest first, page by page', async () => {
  const chair = await aPerson(t, [{ in: tree.otherTown, kind: 'vice_chair' }]);
  const ids: string[] = [];
  for (const day of ['01', '02', '03']) {
    const startsAt = Date.parse(`2026-12-${day}T09:00:00+08:00`);
    ids.unshift((await anActivity(t, tree.otherTown, { startsAt, state: 'draft' })).id);
  }
  const page = async (query: string) =>
    (await t.http.get<Page<DeskActivity>>(`/desk/activities?limit=2${query}`, chair)).body;
  const first = await page('');
  const second = await page(`&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
});

it('is not changed by one who read an older version', async () => {
  const row = await anActivity(t, tree.village);
  const replies = await Promise.all([
    change(row.id, asWritten(row, { title: '甲改的' })),
    change(row.id, asWritten(row, { title: '乙改的' })),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('changed_meanwhile');
});

it('with more seats promotes those who wait, and with fewer than taken is refused', async () => {
  const row = await anActivity(t, tree.village, { seats: 2 });
  const others = [await aPerson(t), await aPerson(t)];
  await register(t, row, others[0]!, { seats: 2 });
  await register(t, row, woman, { seats: 2 });
  await register(t, row, others[1]!, { seats: 1 });

  expect((await change(row.id, asWritten(row, { seats: 1 }))).body.code).toBe(
    'activity_seats_taken',
  );
  const { body } = await change(row.id, asWritten(row, { seats: 4 }));

  expect(body).toMatchObject({ seatsLeft: 0, waiting: 1 });
  expect(await told(woman)).toMatchObject([{ kind: 'registration_promoted', aboutId: row.id }]);
  expect(await told(others[1]!)).toEqual([]);
  expect(await brokenSeats(t, row.id)).toEqual([]);
});

it('keeps as many seats as somebody waits for, and says how many', async () => {
  const row = await anActivity(t, tree.village, { seats: 4 });
  await register(t, row, await aPerson(t), { seats: 2 });
  await register(t, row, woman, { seats: 3 });

  const refused = (await change(row.id, asWritten(row, { seats: 2 }))).body;

  expect(refused.code).toBe('activity_waiting_larger');
  expect(refused.fields?.seats).toBe('有人在等 3 个名额。名额不能少于 3 个。');
  expect((await change(row.id, asWritten(row, { seats: 3 }))).body.seats).toBe(3);
  expect(await brokenSeats(t, row.id)).toEqual([]);
});

it('carries the phone of a home of its federation, never that of a shelter', async () => {
  const row = await anActivity(t, tree.otherTown);
  const phone = async () => (await publicly(row.id)).body.phone;
  await aHome(t, tree.otherTown, 'SHELTER2', { phone: '0595-0000 0009', confidential: true });
  expect(await phone()).toBeNull();
  await aHome(t, tree.otherTown, 'OPENHERE', { phone: '0595-0000 0001' });
  expect(await phone()).toBe('0595-0000 0001');
  await t.dataSource.manager.delete(ActivityRow, { id: row.id });
});

it('tells everybody registered of a new time or place, and of nothing less', async () => {
  const row = await anActivity(t, tree.village, { seats: 1 });
  const waiting = await aPerson(t);
  const she = await aPerson(t);
  await register(t, row, she);
  await register(t, row, waiting);

  const { body } = await change(row.id, asWritten(row, { title: '换个名字' }));
  expect(await told(she)).toEqual([]);
  await change(row.id, asWritten(row, { place: '村口大榕树下', version: body.version }));

  for (const who of [she, waiting])
    expect(await told(who)).toMatchObject([
      { kind: 'activity_changed', text: expect.stringContaining('村口大榕树下') as string },
    ]);
});

it('tells those registered and waiting of a sooner end of cancelling, of a later one nobody', async () => {
  const row = await anActivity(t, tree.village, { seats: 1 });
  const [she, waiting] = [await aPerson(t), await aPerson(t)];
  await register(t, row, she);
  await register(t, row, waiting);
  const until = (minutes: number, version: number, given: Partial<ActivityChange> = {}) => {
    const cancellableUntil = new Date(row.cancellableUntil + minutes * 60_000).toISOString();
    return change(row.id, asWritten(row, { cancellableUntil, version, ...given }));
  };
  const texts = async (who: GivenPerson) => (await told(who)).map(({ text }) => text);

  const { body: later } = await until(30, row.version);
  expect(await texts(she)).toEqual([]);
  const { body: sooner } = await until(-60, later.version);
  for (const who of [she, waiting])
    expect(await texts(who)).toEqual([expect.stringContaining('截止时间提前到')]);
  await until(-120, sooner.version, { place: '村口大榕树下' });
  for (const who of [she, waiting])
    expect((await texts(who)).sort().pop()).toMatch(/时间或地点改了.+大榕树下。.+截止时间提前到/);
  expect(await texts(waiting)).toHaveLength(2);
});

it('closes, opens again, and moves nowhere else', async () => {
  const { id } = await anActivity(t, tree.village, {
    registrationClosesAt: t.clock.now() + 60_000,
  });
  expect((await move(id, { to: 'closed' })).body.state).toBe('closed');
  expect((await register(t, { id }, woman)).body.code).toBe('activity_closed');
  expect((await move(id, { to: 'published' })).body.state).toBe('published');
  for (const to of ['draft', 'published'] as const)
    expect((await move(id, { to })).body.code).toBe('activity_wrong_state');

  t.clock.pass({ minutes: 1 });
  await move(id, { to: 'closed' });
  expect((await move(id, { to: 'published' })).body.code).toBe('activity_times_wrong');
});

it('is neither cancelled nor put off once it has begun, nor changed once it is over', async () => {
  const startsAt = t.clock.now() + 60_000;
  const times = { startsAt, endsAt: startsAt + 60_000, registrationClosesAt: startsAt };
  const row = await anActivity(t, tree.village, times);
  const { body: hers } = await register(t, row, woman);
  const cancelled = () => move(row.id, { to: 'cancelled', reason: '来的人少' });
  const state = async () =>
    (await t.dataSource.manager.findOneByOrFail(RegistrationRow, { id: hers.id })).state;
  const putOff = new Date(row.startsAt + 30_000).toISOString();

  t.clock.tell(row.startsAt);
  expect((await cancelled()).body.code).toBe('activity_started');
  const { body: refused } = await change(row.id, asWritten(row, { startsAt: putOff }));
  expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual([
    'activity_times_wrong',
    ['startsAt'],
  ]);
  const { body: under } = await change(row.id, asWritten(row, { text: '改到二楼。' }));
  expect(under.text).toBe('改到二楼。');

  t.clock.tell(row.endsAt);
  const late = asWritten(row, { version: under.version });
  expect((await change(row.id, late)).body.code).toBe('activity_over');
  expect((await cancelled()).body.code).toBe('activity_started');
  expect(await state()).toBe('registered');
  expect((await told(woman)).filter(({ aboutId }) => aboutId === row.id)).toEqual([]);
  expect((await publicly(row.id)).body).toMatchObject({ state: 'published', seatsLeft: 9 });
});

it('is still cancelled a moment before it begins', async () => {
  const row = await anActivity(t, tree.village, { startsAt: t.clock.now() + 1 });
  expect((await move(row.id, { to: 'cancelled', reason: '停电了' })).body.state).toBe('cancelled');
});

it('when cancelled cancels all and tells each why', async () => {
  const row = await anActivity(t, tree.village, { seats: 1 });
  const [she, waiting, gone] = [await aPerson(t), await aPerson(t), await aPerson(t)];
  const { body: left } = await register(t, row, gone);
  await t.http.post(`/registrations/${left.id}/cancel`, undefined, gone);
  await register(t, row, she);
  await register(t, row, waiting);

  expect((await move(row.id, { to: 'cancelled' })).body.code).toBe('cancel_needs_reason');
  const { body } = await move(row.id, { to: 'cancelled', reason: '台风来了' });

  expect(body).toMatchObject({ state: 'cancelled', cancelReason: '台风来了', waiting: 0 });
  for (const who of [she, waiting]) {
    expect(await told(who)).toMatchObject([
      { kind: 'activity_cancelled', text: expect.stringContaining('台风来了') as string },
    ]);
    const { body: mine } = await t.http.get<Page<{ state: string; cancelReason: string }>>(
      '/me/registrations',
      who,
    );
    expect(mine.items).toMatchObject([{ state: 'cancelled', cancelReason: '台风来了' }]);
  }
  expect(await told(gone)).toEqual([]);
  expect((await publicly(row.id)).body.cancelReason).toBe('台风来了');
  expect(await brokenSeats(t, row.id)).toEqual([]);
  expect((await change(row.id, asWritten(row, { version: body.version }))).body.code).toBe(
    'activity_wrong_state',
  );
});

it('shows her by the name that she gave, sealed, and forgets it when she cancels', async () => {
  const row = await anActivity(t, tree.village);
  const { body } = await register(t, row, woman, { calledAs: '阿珍' });
  const { manager } = t.dataSource;
  const kept = async () =>
    (await manager.findOneByOrFail(RegistrationRow, { id: body.id })).calledAs;
  const names = async () =>
    (
      await t.http.get<Page<DeskRegistration>>(`/desk/activities/${row.id}/registrations`, staff)
    ).body.items.map(({ name }) => name);

  expect(await names()).toEqual(['阿珍']);
  expect(await kept()).not.toContain('阿珍');
  await cancel(t, body, woman);

  expect(await kept()).toBeNull();
  expect(await names()).toEqual(['示例·张三妹']);
});

it('forgets the name that she gave when the activity is long over, and she reads it until then', async () => {
  const row = await anActivity(t, tree.village);
  await register(t, row, woman, { calledAs: '阿珍' });
  const purgeAt = async (moment: number) => {
    t.clock.tell(moment);
    await t.app.get(CalledAsPurge, { strict: false }).purge();
    t.clock.tell('2026-11-26T09:00:00+08:00');
    const { body } = await t.http.get<MyData>('/me/data', woman);
    const part = body.parts.find(({ name }) => name === '活动报名');
    return part?.rows.at(-1)?.称呼;
  };
  const last = row.endsAt + retentionDays.calledAs * 86_400_000;

  expect(await purgeAt(last)).toBe('阿珍');
  expect(await purgeAt(last + 1)).toBe('');
});

it('shows who is registered, by name, and keeps who looked', async () => {
  const row = await anActivity(t, tree.village, { seats: 1 });
  const late = await aPerson(t, [], '示例·李四妹');
  await register(t, row, woman);
  t.clock.pass({ seconds: 1 });
  await register(t, row, late);
  const page = async (query: string) =>
    (
      await t.http.get<Page<DeskRegistration>>(
        `/desk/activities/${row.id}/registrations?limit=1${query}`,
        staff,
      )
    ).body;

  const first = await page('');
  const second = await page(`&after=${first.next}`);

  expect([...first.items, ...second.items]).toMatchObject([
    { name: '示例·张三妹', seats: 1, state: 'registered' },
    { name: '示例·李四妹', seats: 1, state: 'waiting' },
  ]);
  expect(JSON.stringify([first, second])).not.toContain(woman.accountId);
  expect((await acts(row.id)).filter((act) => act === 'activity.read_registrations')).toHaveLength(
    2,
  );
});
