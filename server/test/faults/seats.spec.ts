import { type DataSource, In } from 'typeorm';
import { ActivityRow, RegistrationRow } from '../../src/activity';
import { NotificationRow } from '../../src/notification';
import { Idempotency } from '../../src/platform/http/idempotency.entity';
import { anActivity, brokenSeats } from '../activities';
import { anIdempotencyKey } from '../case-tickets';
import { aPerson, type GivenPerson } from '../given';
import { aTree } from '../trees';
import { Killing } from './killing';
import type { Reply } from './victim';

const activities: string[] = [];
let women: GivenPerson[];
let killing: Killing;

beforeAll(async () => {
  killing = await Killing.start(async (t) => {
    const { village } = await aTree(t);
    women = [await aPerson(t), await aPerson(t)];
    for (let n = 0; n < 200; n += 1)
      activities.push((await anActivity(t, village, { seats: 1 })).id);
  });
});
afterAll(() => killing.end());

const post = (path: string, body: object, { token }: GivenPerson, key = anIdempotencyKey()) =>
  killing.victim.post(path, body, { authorization: `Bearer ${token}`, 'idempotency-key': key });

const enrol = (id: string, she: GivenPerson, key?: string): Promise<Reply | undefined> =>
  post(`/activities/${id}/registrations`, {}, she, key);

/** Registrations, notifications and kept replies that are not whole. */
async function broken(dataSource: DataSource): Promise<string[]> {
  const { manager } = dataSource;
  const touched = [...new Set((await manager.find(RegistrationRow)).map((row) => row.activityId))];
  const seats = await Promise.all(touched.map((id) => brokenSeats({ dataSource }, id)));
  const untouched = await manager.findBy(ActivityRow, {
    id: In(activities.filter((id) => !touched.includes(id))),
  });
  const replies = await manager.find(Idempotency);
  return [
    ...seats.flat(),
    ...untouched
      .filter(({ taken, queued }) => taken + queued > 0)
      .map(({ id }) => `${id} counts a registration that is not there`),
    ...replies
      .filter(({ sealedReply }) => sealedReply === null)
      .map(({ id }) => `idempotency ${id} has no reply`),
  ];
}

describe('the server, killed at each point where it writes', () => {
  it('keeps a registration whole, once, and acknowledged', async () => {
    let activity = '';
    const killed = await killing.atEach({
      prepare: async () => {
        activity = activities.pop()!;
        return (key) => enrol(activity, women[0]!, key);
      },
      broken,
      check: async (again, first) => {
        expect(again).toMatchObject({ status: 201, body: { state: 'registered' } });
        if (first) expect(again).toEqual(first);
        const rows = await killing.withDatabase(({ manager }) =>
          manager.findBy(RegistrationRow, { activityId: activity }),
        );
        expect(rows.map(({ id }) => id)).toEqual([again?.body.id]);
      },
    });
    killing.say(`registering: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(3);
  });

  it('keeps a cancelling and the promotion that it brings together, once', async () => {
    let activity = '';
    const killed = await killing.atEach({
      prepare: async () => {
        activity = activities.pop()!;
        const seated = await enrol(activity, women[0]!);
        const waiting = await enrol(activity, women[1]!);
        expect([seated?.body.state, waiting?.body.state]).toEqual(['registered', 'waiting']);
        return () => post(`/registrations/${String(seated?.body.id)}/cancel`, {}, women[0]!);
      },
      broken,
      check: async (again, first) => {
        // Cancelled by the first or by the second; never answered with success while it was not.
        expect([200, 409]).toContain(again?.status);
        if (first) expect([first.status, again?.status]).toEqual([200, 409]);
        const [rows, told] = await killing.withDatabase(({ manager }) =>
          Promise.all([
            manager.findBy(RegistrationRow, { activityId: activity }),
            manager.findBy(NotificationRow, { aboutId: activity }),
          ]),
        );
        const stateOf = ({ accountId }: GivenPerson) =>
          rows.find((row) => row.accountId === accountId)?.state;
        expect(women.map(stateOf)).toEqual(['cancelled', 'registered']);
        expect(told.map(({ accountId }) => accountId)).toEqual([women[1]!.accountId]);
      },
    });
    killing.say(`cancelling with a promotion: ${killed} kills, 0 lost, 0 half, 0 doubled`);
    expect(killed).toBeGreaterThan(3);
  });
});
