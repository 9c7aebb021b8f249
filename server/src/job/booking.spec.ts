import type { DeskJob } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey } from '../../test/case-tickets';
import { aPerson, type GivenPerson } from '../../test/given';
import { aJob, aPattern, aWoman, herJobs } from '../../test/jobs';
import { aTree, type Tree } from '../../test/trees';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { BookingRow } from './booking.entity';
import { Bookings } from './booking.service';
import { cancelShifts, takePlace } from './shift.repository';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
let staff: GivenPerson;
beforeEach(async () => {
  t = await startApp();
  tree = await aTree(t);
  staff = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
});
afterEach(() => t.close());

const published = (places = 2): Promise<DeskJob> =>
  aJob(t, staff.token, { federationId: tree.town.id, shiftPatterns: [aPattern({ places })] });

const placesLeft = async ({ id }: DeskJob): Promise<number[]> =>
  (await herJobs(t).open(id)).body.shifts.map((shift) => shift.placesLeft);

it('takes a place, and cancelling gives it back', async () => {
  const job = await published(1);
  const her = await aWoman(t);

  const booked = await her.book(job.shifts[0]!.id);

  expect(booked).toMatchObject({
    status: 201,
    body: { state: 'booked', jobId: job.id, jobTitle: job.title, shared: null, cancelReason: null },
  });
  expect(await placesLeft(job)).toEqual([0, 1, 1, 1]);

  const cancelled = await her.cancel(booked.body.id);

  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect(await placesLeft(job)).toEqual([1, 1, 1, 1]);
  expect(await her.cancel(booked.body.id)).toMatchObject({
    status: 409,
    body: { code: 'booking_cancelled' },
  });
  expect(await placesLeft(job)).toEqual([1, 1, 1, 1]);
});

it('is possible again after cancelling, and once at a time', async () => {
  const job = await published();
  const her = await aWoman(t);
  const [first] = job.shifts;

  const { body: booked } = await her.book(first!.id);
  expect(await her.book(first!.id)).toMatchObject({
    status: 409,
    body: { code: 'already_booked' },
  });
  await her.cancel(booked.id);

  expect((await her.book(first!.id)).status).toBe(201);
  const states = (await her.mine()).body.items.map(({ state }) => state);
  expect(states.sort()).toEqual(['booked', 'cancelled']);
});

it('is refused with the reason when the shift is full, begun or closed', async () => {
  const job = await published(1);
  const [first, second, third] = job.shifts;
  await (await aWoman(t)).book(first!.id);
  const her = await aWoman(t);

  expect((await her.book(first!.id)).body.code).toBe('shift_full');
  t.clock.tell('2026-11-28T08:30:00+08:00');
  expect((await her.book(second!.id)).body.code).toBe('shift_started');
  expect((await her.book('0'.repeat(26))).body.code).toBe('shift_not_found');
  expect((await her.book(third!.id)).status).toBe(201);
});

it('takes no place that somebody saw while it was still there', async () => {
  const job = await published(1);
  const ids = job.shifts.map(({ id }) => id);
  const at = Date.parse(job.shifts[2]!.startsAt);
  const taken = await t.app.get(UnitOfWork).run(async (tx) => {
    await cancelShifts(tx, [ids[0]!]);
    const took: boolean[] = [];
    for (const [id, now] of [
      [ids[0]!, 0],
      [ids[1]!, 0],
      [ids[1]!, 0],
      [ids[2]!, at],
      [ids[2]!, at - 1],
    ] as const)
      took.push(await takePlace(tx, id, now));
    return took;
  });
  expect(taken).toEqual([false, true, false, false, true]);
});

it('frees one place however often the same booking is given up', async () => {
  const job = await published();
  const { id } = (await (await aWoman(t)).book(job.shifts[0]!.id)).body;
  await (await aWoman(t)).book(job.shifts[0]!.id);
  const seen = await t.dataSource.manager.findOneByOrFail(BookingRow, { id });
  const bookings = t.app.get(Bookings, { strict: false });
  const giveUp = () => t.app.get(UnitOfWork).run((tx) => bookings.giveUp(tx, seen));

  expect([await giveUp(), await giveUp()]).toEqual([true, false]);
  expect(await placesLeft(job)).toEqual([1, 2, 2, 2]);
});

it('can be cancelled until the shift begins, by herself alone', async () => {
  const job = await published();
  const her = await aWoman(t);
  const { body: booked } = await her.book(job.shifts[0]!.id);

  expect((await (await aWoman(t)).cancel(booked.id)).body.code).toBe('booking_not_found');
  t.clock.tell(booked.startsAt);
  expect((await her.cancel(booked.id)).body.code).toBe('shift_started');
});

it('of two shifts at the same time is hers to decide', async () => {
  const one = await published();
  const other = await published();
  const her = await aWoman(t);

  expect((await her.book(one.shifts[0]!.id)).status).toBe(201);
  expect((await her.book(other.shifts[0]!.id)).status).toBe(201);
});

it('asked twice with one key is one booking', async () => {
  const job = await published();
  const her = await aWoman(t);
  const key = { 'idempotency-key': anIdempotencyKey() };

  const first = await her.book(job.shifts[0]!.id, {}, key);
  const again = await her.book(job.shifts[0]!.id, {}, key);

  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(await t.dataSource.manager.count(BookingRow)).toBe(1);
});

it('shows her own booking on the shift, to her alone', async () => {
  const job = await published();
  const her = await aWoman(t);
  const { body: booked } = await her.book(job.shifts[1]!.id, {
    shareWithEmployer: { name: '示例·阿珍', phone: '0595-0000 0001' },
  });

  const mine = async (who: typeof her) =>
    (await who.open(job.id)).body.shifts.map((shift) => shift.mine?.id ?? null);

  expect(await mine(her)).toEqual([null, booked.id, null, null]);
  expect(await mine(await aWoman(t))).toEqual([null, null, null, null]);
  expect(await mine(herJobs(t))).toEqual([null, null, null, null]);
  expect(booked.shared).toEqual({ name: '示例·阿珍', phone: '0595-0000 0001' });
});

it('needs an account', async () => {
  const job = await published();
  expect(await herJobs(t).book(job.shifts[0]!.id)).toMatchObject({
    status: 401,
    body: { code: 'sign_in_needed' },
  });
});

it('is listed for her, the last first, page by page', async () => {
  const job = await published();
  const her = await aWoman(t);
  const ids: string[] = [];
  for (const { id } of job.shifts) {
    t.clock.pass({ minutes: 1 });
    ids.unshift((await her.book(id)).body.id);
  }

  const first = (await her.mine('?limit=3')).body;
  const rest = (await her.mine(`?limit=3&after=${first.next}`)).body;

  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
  expect(rest.next).toBeNull();
  expect((await (await aWoman(t)).mine()).body.items).toEqual([]);
});
