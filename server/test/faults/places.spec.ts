import { addDays, dayOf } from '@niangjia/shared';
import type { DataSource } from 'typeorm';
import { BookingRow, JobRow, ShiftRow } from '../../src/job';
import { NotificationRow } from '../../src/notification';
import { Idempotency } from '../../src/platform/http/idempotency.entity';
import { anIdempotencyKey } from '../case-tickets';
import { aPerson, type GivenPerson } from '../given';
import { Http } from '../http';
import { aJob, aPattern, brokenShifts } from '../jobs';
import { aTree } from '../trees';
import { Killing } from './killing';
import type { Reply } from './victim';

const jobs: { id: string; shiftId: string }[] = [];
let she: GivenPerson;
let staff: GivenPerson;
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async ({ app, clock }) => {
    await app.getHttpAdapter().getInstance().ready();
    const t = { app, http: new Http(app) };
    const { town } = await aTree(t);
    she = await aPerson(t);
    staff = await aPerson(t, [{ in: town, kind: 'staff' }]);
    const from = addDays(dayOf(clock.now()), 2);
    for (let n = 0; n < 130; n += 1) {
      const shiftPatterns = [aPattern({ places: 1, from, to: addDays(from, 1) })];
      const { id, shifts } = await aJob(t, staff.token, { federationId: town.id, shiftPatterns });
      jobs.push({ id, shiftId: shifts[0]!.id });
    }
  });
});
afterAll(() => killing.end());

const post = (path: string, body: object, { token }: GivenPerson, key = anIdempotencyKey()) =>
  killing.victim.post(path, body, { authorization: `Bearer ${token}`, 'idempotency-key': key });

const said = {
  remark: '我带饭',
  declaresCare: true,
  shareWithEmployer: { name: '示例·阿珍', phone: '0595-0000 0001' },
};
const book = (shiftId: string, key?: string): Promise<Reply | undefined> =>
  post(`/shifts/${shiftId}/bookings`, said, she, key);

/** Shifts, bookings and kept replies that are not whole. */
async function broken(dataSource: DataSource): Promise<string[]> {
  const { manager } = dataSource;
  const untouched = new Set(jobs.map(({ id }) => id));
  const touched = (await manager.find(JobRow)).filter(({ id }) => !untouched.has(id));
  const shifts = [];
  for (const { id } of touched) shifts.push(...(await brokenShifts({ dataSource }, id, 0)));
  const replies = await manager.find(Idempotency);
  const half = replies.filter(({ sealedReply }) => sealedReply === null);
  return [...shifts, ...half.map(({ id }) => `idempotency ${id} has no reply`)];
}

const bookingsOf = (shiftId: string): Promise<BookingRow[]> =>
  killing.withDatabase(({ manager }) => manager.findBy(BookingRow, { shiftId }));

describe('the server, killed at each point where it writes', () => {
  it('keeps a booking whole, once, and acknowledged', async () => {
    let shiftId = '';
    const killed = await killing.atEach({
      prepare: async () => {
        ({ shiftId } = jobs.pop()!);
        return (key) => book(shiftId, key);
      },
      broken,
      check: async (again, first) => {
        expect(again).toMatchObject({ status: 201, body: { state: 'booked' } });
        if (first) expect(again).toEqual(first);
        expect((await bookingsOf(shiftId)).map(({ id }) => id)).toEqual([again?.body.id]);
      },
    });
    killing.say(`booking: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(3);
  });

  it('keeps a cancelling and the place that it frees together', async () => {
    let shiftId = '';
    const killed = await killing.atEach({
      prepare: async () => {
        ({ shiftId } = jobs.pop()!);
        const booked = await book(shiftId);
        return () => post(`/bookings/${String(booked?.body.id)}/cancel`, {}, she);
      },
      broken,
      check: async (again, first) => {
        // Cancelled by the first or by the second; never answered with success while it was not.
        expect([200, 409]).toContain(again?.status);
        if (first) expect([first.status, again?.status]).toEqual([200, 409]);
        const states = (await bookingsOf(shiftId)).map(({ state }) => state);
        expect(states).toEqual(['cancelled']);
      },
    });
    killing.say(`cancelling a booking: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(1);
  });

  it('keeps the closing of a post and what it tells together, once', async () => {
    let job = jobs[0]!;
    const killed = await killing.atEach({
      prepare: async () => {
        job = jobs.pop()!;
        await book(job.shiftId);
        const move = { to: 'closed', reason: '订单少了' };
        return () => post(`/desk/jobs/${job.id}/moves`, move, staff);
      },
      broken,
      check: async (again) => {
        expect([200, 409]).toContain(again?.status);
        const [told, shifts] = await killing.withDatabase(({ manager }) =>
          Promise.all([
            manager.findBy(NotificationRow, { aboutId: job.id }),
            manager.findBy(ShiftRow, { jobId: job.id }),
          ]),
        );
        expect(told.map(({ accountId }) => accountId)).toEqual([she.accountId]);
        expect(shifts.map(({ id, cancelled }) => [id, cancelled])).toEqual([[job.shiftId, true]]);
      },
    });
    killing.say(`closing a post: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(3);
  });
});
