import type { Activity, Inbox, MyRegistration, Page } from '@niangjia/shared';
import { anActivity, brokenSeats, cancel, register } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson, type GivenPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import { type ActivityRow, RegistrationRow } from '.';

let t: TestApp;
let tree: Tree;
let [a, b, c]: GivenPerson[] = [];
let activity: ActivityRow;

beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
beforeEach(async () => {
  [a, b, c] = [await aPerson(t), await aPerson(t), await aPerson(t)];
});
afterEach(async () => expect(await brokenSeats(t, activity.id)).toEqual([]));
afterAll(() => t.close());

const open = async (given: Partial<ActivityRow> = {}) =>
  (activity = await anActivity(t, tree.village, given));
const enrol = (who: GivenPerson, seats?: number) => register(t, activity, who, { seats });
const seen = async (who?: GivenPerson) =>
  (await t.http.get<Activity>(`/activities/${activity.id}`, who)).body;
const inbox = async ({ token }: GivenPerson) =>
  (await t.http.get<Inbox>('/me/notifications', { token })).body;
const mine = async ({ token }: GivenPerson, query = '') =>
  (await t.http.get<Page<MyRegistration>>(`/me/registrations${query}`, { token })).body;

describe('registering', () => {
  it('takes her seats and shows them to her alone', async () => {
    await open({ seats: 5 });

    const { status, body } = await enrol(a!, 2);

    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as string,
      activityId: activity.id,
      activityTitle: '一起包粽子',
      startsAt: '2026-11-27T09:00:00+08:00',
      place: '某村妇女之家',
      cancellableUntil: '2026-11-27T08:00:00+08:00',
      seats: 2,
      state: 'registered',
      waitingBefore: null,
      seatsShort: null,
      cancelReason: null,
      registeredAt: '2026-11-26T09:00:00+08:00',
    });
    expect(await seen(a)).toMatchObject({ seatsLeft: 3, waiting: 0, mine: body });
    expect((await seen(b)).mine).toBeNull();
    expect((await mine(a!)).items).toEqual([body]);
  });

  it('waits when there are not enough seats, and says how many are before her', async () => {
    await open({ seats: 1 });
    await enrol(a!);

    expect((await enrol(b!)).body).toMatchObject({ state: 'waiting', waitingBefore: 0 });
    expect((await enrol(c!)).body).toMatchObject({ state: 'waiting', waitingBefore: 1 });

    expect(await seen(c)).toMatchObject({ seatsLeft: 0, waiting: 2, mine: { waitingBefore: 1 } });
  });

  it('lets one person pass a larger party that the free seats do not fit', async () => {
    await open({ seats: 3 });
    await enrol(a!, 2);
    expect((await enrol(b!, 3)).body.state).toBe('waiting');

    expect((await enrol(c!, 1)).body.state).toBe('registered');
  });

  it('is once for each woman, waiting or not', async () => {
    await open({ seats: 1 });
    await enrol(a!);
    await enrol(b!);
    for (const who of [a!, b!])
      expect((await enrol(who)).body).toMatchObject({ code: 'already_registered' });
  });

  it('with one key is once, and the same reply', async () => {
    await open();
    const asked = { token: a!.token, headers: { 'idempotency-key': 'once-more' } };
    const send = () => t.http.post(`/activities/${activity.id}/registrations`, {}, asked);

    const first = await send();

    expect(await send()).toMatchObject({ status: 201, body: first.body as object });
    expect((await seen()).seatsLeft).toBe(9);
  });

  it('says how many seats a large party lacks', async () => {
    await open({ seats: 3 });
    await enrol(a!, 2);
    expect((await enrol(b!, 3)).body).toMatchObject({ waitingBefore: 0, seatsShort: 2 });
    expect((await seen(b)).mine?.seatsShort).toBe(2);
  });

  it('offers no queue once seats can no longer be given back, and still any seat that is free', async () => {
    await open({ seats: 2, cancellableUntil: t.clock.now() });
    expect((await enrol(a!)).body.state).toBe('registered');
    expect((await enrol(b!, 2)).body.code).toBe('waiting_list_closed');
    expect((await enrol(c!)).body.state).toBe('registered');
    expect((await seen()).waiting).toBe(0);
  });

  it('is for whoever signed in, for seats that there are', async () => {
    await open({ seats: 3 });
    expect((await register(t, activity, { token: '' })).status).toBe(401);
    for (const seats of [0, 5, 1.5, '1' as unknown as number])
      expect((await enrol(a!, seats)).body.fields).toHaveProperty('seats');
    expect((await enrol(a!, 4)).body.fields?.seats).toContain('一共 3 个');
  });

  it('says why not', async () => {
    await open({ state: 'closed' });
    expect((await enrol(a!)).body.code).toBe('activity_closed');
    await open({ state: 'cancelled', cancelReason: '下雨' });
    expect((await enrol(a!)).body.code).toBe('activity_cancelled');
    await open({ registrationClosesAt: t.clock.now() });
    expect((await enrol(a!)).body.code).toBe('activity_closed');
    await open({ state: 'draft' });
    expect((await enrol(a!)).body.code).toBe('activity_not_found');
  });
});

describe('cancelling', () => {
  it('promotes the first who fits, once, and tells her', async () => {
    await open({ seats: 2 });
    const { body } = await enrol(a!);
    await enrol(a!);
    const d = await aPerson(t);
    await enrol(d);
    const large = await enrol(b!, 2);
    const small = await enrol(c!);

    const { status, body: cancelled } = await cancel(t, body, a!);

    expect([status, cancelled.state]).toEqual([200, 'cancelled']);
    expect(await seen(c)).toMatchObject({
      seatsLeft: 0,
      waiting: 1,
      mine: { state: 'registered' },
    });
    expect((await seen(b)).mine).toMatchObject({ id: large.body.id, waitingBefore: 0 });
    expect((await inbox(c!)).items).toMatchObject([
      { kind: 'registration_promoted', aboutId: activity.id },
    ]);
    expect((await inbox(b!)).items).toEqual([]);
    expect((await cancel(t, body, a!)).body.code).toBe('registration_cancelled');
    expect((await inbox(c!)).unread).toBe(1);
    expect(small.body.state).toBe('waiting');
  });

  it('lets her leave the waiting list, and others move up', async () => {
    await open({ seats: 1 });
    await enrol(a!);
    const { body } = await enrol(b!);
    await enrol(c!);

    expect((await cancel(t, body, b!)).body.state).toBe('cancelled');

    expect((await seen(c)).mine?.waitingBefore).toBe(0);
    expect((await inbox(c!)).items).toEqual([]);
  });

  it('lets her register again, behind those who wait', async () => {
    await open({ seats: 1 });
    const { body: first } = await enrol(a!);
    await enrol(b!);
    await enrol(c!);
    await cancel(t, first, a!);

    const { body: again } = await enrol(a!);

    expect(again).toMatchObject({ state: 'waiting', waitingBefore: 1 });
    expect((await mine(a!)).items.map(({ state }) => state).sort()).toEqual([
      'cancelled',
      'waiting',
    ]);
  });

  it('promotes while registration is closed', async () => {
    await open({ seats: 1 });
    const { body } = await enrol(a!);
    const { body: waiting } = await enrol(b!);
    await t.dataSource.query(`UPDATE activity SET state = 'closed' WHERE id = ?`, [activity.id]);

    await cancel(t, body, a!);

    expect((await seen(b)).mine?.state).toBe('registered');
    expect(waiting.state).toBe('waiting');
  });

  it('is too late for a seat near the beginning, never for a place in the queue', async () => {
    await open({ seats: 1 });
    const { body } = await enrol(a!);
    const { body: waiting } = await enrol(b!);
    t.clock.tell(activity.cancellableUntil);

    expect((await cancel(t, body, a!)).body.code).toBe('too_late_to_cancel');
    expect((await cancel(t, waiting, b!)).body.state).toBe('cancelled');
    t.clock.tell('2026-11-26T09:00:00+08:00');
  });

  it('gives nobody a seat that she could not give back', async () => {
    await open({ seats: 1 });
    await enrol(a!);
    await enrol(b!);
    t.clock.tell(activity.cancellableUntil);
    await t.http.delete('/me', { token: a!.token, body: { confirm: '删除' } });

    expect(await seen(b)).toMatchObject({ seatsLeft: 1, mine: { state: 'waiting' } });
    expect((await inbox(b!)).items).toEqual([]);
    await cancel(t, (await seen(b)).mine!, b!);
    t.clock.tell('2026-11-26T09:00:00+08:00');
  });

  it('is hers alone', async () => {
    await open();
    const { body } = await enrol(a!);
    expect((await cancel(t, body, b!)).body.code).toBe('registration_not_found');
    expect(
      await t.dataSource.manager.countBy(RegistrationRow, { id: body.id, state: 'registered' }),
    ).toBe(1);
  });
});

it('her registrations come newest first, page by page', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    await open();
    ids.unshift((await enrol(a!)).body.id);
    t.clock.pass({ seconds: 1 });
  }
  const first = await mine(a!, '?limit=2');
  const second = await mine(a!, `?limit=2&after=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeNull();
});
