import { apiBase, deleteMeWord, type DeskJob, type MyBooking } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aJob, aPattern, brokenShifts, jobDesk } from '../../test/jobs';
import { aTree } from '../../test/trees';
import { AccountRow } from '../account';
import { NotificationRow } from '../notification';
import { BookingRow } from './booking.entity';

jest.setTimeout(120_000);

const women = 200;

describe('two hundred women at once, over HTTP', () => {
  let t: TestApp;
  let address: string;
  let staff: string;
  let people: { accountId: string; token: string }[];
  let job: DeskJob;
  const statuses: number[] = [];

  beforeAll(async () => {
    t = await startApp();
    await t.app.listen(0, '127.0.0.1');
    address = await t.app.getUrl();
    people = [];
    for (let n = 0; n < women; n += 1) people.push(await aPerson(t));
  });
  afterAll(() => t.close());

  async function open(places: number): Promise<void> {
    const { town } = await aTree(t);
    staff = (await aPerson(t, [{ in: town, kind: 'staff' }])).token;
    const shiftPatterns = [aPattern({ places, to: '2026-11-27' })];
    job = await aJob(t, staff, { federationId: town.id, shiftPatterns });
    statuses.length = 0;
  }

  async function post(path: string, body: object, token: string) {
    const reply = await fetch(`${address}${apiBase}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    statuses.push(reply.status);
    return (await reply.json()) as MyBooking;
  }
  const book = ({ token }: { token: string }) =>
    post(`/shifts/${job.shifts[0]!.id}/bookings`, {}, token);
  const cancel = (id: string, { token }: { token: string }) =>
    post(`/bookings/${id}/cancel`, {}, token);

  const leave = async ({ token }: { token: string }): Promise<void> => {
    const { status } = await fetch(`${address}${apiBase}/me`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ confirm: deleteMeWord }),
    });
    statuses.push(status);
  };

  const broken = () => brokenShifts(t, job.id, t.clock.now());
  const live = () =>
    t.dataSource.manager.findBy(BookingRow, { shiftId: job.shifts[0]!.id, state: 'booked' });
  const count = (status: number) => statuses.filter((seen) => seen === status).length;

  it('of fifty for one place gives it to one', async () => {
    await open(1);
    await Promise.all(people.slice(0, 50).map(book));

    expect([count(201), count(409), statuses.length]).toEqual([1, 49, 50]);
    expect(await live()).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  it('is once for a woman who taps four times', async () => {
    await open(100);
    await Promise.all(people.slice(0, 50).flatMap((she) => [she, she, she, she].map(book)));

    expect([count(201), count(409), statuses.length]).toEqual([50, 150, 200]);
    expect(await broken()).toEqual([]);
  });

  it('gives back one place for a woman who taps four times to cancel', async () => {
    await open(100);
    const booked = await Promise.all(people.slice(0, 40).map(book));
    const leaving = people.slice(0, 20);
    statuses.length = 0;
    await Promise.all(
      leaving.flatMap((she, n) => Array.from({ length: 4 }, () => cancel(booked[n]!.id, she))),
    );

    expect([count(200), count(409), statuses.length]).toEqual([20, 60, 80]);
    expect(await live()).toHaveLength(20);
    expect(await broken()).toEqual([]);
  });

  it('fills fifty places exactly while some of those who have one cancel', async () => {
    await open(50);
    let cancels = 0;
    await Promise.all(
      people.map(async (she, n) => {
        const { id } = await book(she);
        if (id === undefined || n % 3 !== 0) return;
        cancels += 1;
        await cancel(id, she);
      }),
    );

    expect(count(200)).toBe(cancels);
    expect(cancels).toBeGreaterThan(0);
    expect(count(201) + count(409)).toBe(women);
    expect(await live()).toHaveLength(count(201) - cancels);
    expect(await broken()).toEqual([]);

    // What was freed can be had by those who were too late, to the last place.
    const had = new Set((await live()).map(({ accountId }) => accountId));
    const late = people.filter(({ accountId }) => !had.has(accountId));
    statuses.length = 0;
    await Promise.all(late.map(book));
    expect(count(201)).toBe(50 - had.size);
    expect(await live()).toHaveLength(50);
    expect(await broken()).toEqual([]);
  });

  it('counts each place once when women leave, cancel and book all at the same time', async () => {
    await open(30);
    const leaving: typeof people = [];
    for (let n = 0; n < 20; n += 1) leaving.push(await aPerson(t));
    const booked = await Promise.all(leaving.map(book));
    expect(count(201)).toBe(20);
    statuses.length = 0;

    await Promise.all([
      ...leaving.flatMap((she, n) => [
        cancel(booked[n]!.id, she),
        leave(she),
        book(she),
        leave(she),
      ]),
      ...people.slice(0, 60).map(book),
    ]);

    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(await broken()).toEqual([]);
    for (const { accountId } of leaving) {
      expect(await t.dataSource.manager.countBy(BookingRow, { accountId })).toBe(0);
      expect(await t.dataSource.manager.existsBy(AccountRow, { id: accountId })).toBe(false);
    }
    const free = 30 - (await live()).length;
    const had = new Set((await live()).map(({ accountId }) => accountId));
    const late = people.slice(60, 100).filter(({ accountId }) => !had.has(accountId));
    statuses.length = 0;
    await Promise.all(late.map(book));
    expect(count(201)).toBe(free);
    expect(await broken()).toEqual([]);
  });

  it('closes a post while those who have a place leave, cancel and book', async () => {
    for (let round = 0; round < 5; round += 1) {
      await open(40);
      const leaving: typeof people = [];
      while (leaving.length < 20) leaving.push(await aPerson(t));
      const staying = people.slice(0, 20);
      const booked = await Promise.all([...leaving, ...staying].map(book));
      statuses.length = 0;

      const [closed] = await Promise.all([
        jobDesk(t, staff).move(job.id, 'closed', '订单少了'),
        ...leaving.flatMap((she, n) => [leave(she), cancel(booked[n]!.id, she)]),
        ...staying.map((she, n) => cancel(booked[leaving.length + n]!.id, she)),
        ...people.slice(20, 40).map(book),
      ]);

      expect(closed.status).toBe(200);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      expect(await broken()).toEqual([]);
      const gone = leaving.map(({ accountId }) => accountId);
      const told = await t.dataSource.manager.findBy(NotificationRow, { aboutId: job.id });
      expect(told.filter(({ accountId }) => gone.includes(accountId))).toEqual([]);
    }
  });

  it('leaves nobody behind whom the closing of the post does not tell', async () => {
    await open(women);
    const half = women / 2;
    const early = people.slice(0, half).map(book);
    await Promise.race(early);
    const closing = jobDesk(t, staff).move(job.id, 'closed', '订单少了');
    const replies = await Promise.all([...early, ...people.slice(half).map(book)]);

    expect((await closing).status).toBe(200);
    expect(count(201) + count(409)).toBe(women);
    await book(await aPerson(t));
    expect(statuses.at(-1)).toBe(409);
    expect(await live()).toEqual([]);
    expect(await broken()).toEqual([]);
    const told = await t.dataSource.manager.findBy(NotificationRow, { aboutId: job.id });
    const yes = people.filter((_, n) => replies[n]?.state === 'booked');
    expect(yes.length).toBeGreaterThan(0);
    const ids = (rows: { accountId: string }[]) => rows.map(({ accountId }) => accountId).sort();
    expect(ids(told)).toEqual(ids(yes));
  });
});
