import {
  type ActivityChange,
  apiBase,
  type DeskActivity,
  type MyRegistration,
  type Register,
} from '@niangjia/shared';
import { anActivity, brokenSeats } from '../../test/activities';
import { startApp, type TestApp } from '../../test/app';
import { aPerson } from '../../test/given';
import { aTree } from '../../test/trees';
import { NotificationRow } from '../notification';
import { type ActivityRow, RegistrationRow } from '.';

jest.setTimeout(60_000);

const women = 200;
const seats = 50;

const written = (
  { federationId, title, text, point, version, ...rest }: DeskActivity,
  given: Pick<ActivityChange, 'place' | 'seats'>,
): ActivityChange => {
  const { startsAt, endsAt, registrationClosesAt, cancellableUntil } = rest;
  const times = { startsAt, endsAt, registrationClosesAt, cancellableUntil };
  return { federationId, title, text, point, version, ...times, ...given };
};

describe('two hundred women for fifty seats at once, over HTTP', () => {
  let t: TestApp;
  let address: string;
  let people: { accountId: string; token: string }[];
  let activity: ActivityRow;
  const statuses: number[] = [];

  beforeAll(async () => {
    t = await startApp();
    await t.app.listen(0, '127.0.0.1');
    address = await t.app.getUrl();
    people = [];
    for (let n = 0; n < women; n += 1) people.push(await aPerson(t));
  });
  beforeEach(async () => {
    activity = await anActivity(t, (await aTree(t)).village, { seats });
    statuses.length = 0;
  });
  afterAll(() => t.close());

  async function send<T>(method: string, path: string, body: object | undefined, token: string) {
    const reply = await fetch(`${address}${apiBase}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    statuses.push(reply.status);
    return (await reply.json()) as T;
  }
  const post = (path: string, body: object | undefined, token: string) =>
    send<MyRegistration>('POST', path, body, token);
  const enrol = ({ token }: { token: string }, body: Register = {}) =>
    post(`/activities/${activity.id}/registrations`, body, token);
  const cancel = (id: string, { token }: { token: string }) =>
    post(`/registrations/${id}/cancel`, undefined, token);

  const rows = (state: RegistrationRow['state']) =>
    t.dataSource.manager.findBy(RegistrationRow, { activityId: activity.id, state });
  /** Who was told of a promotion, how often. */
  const toldOf = async () => {
    const told = await t.dataSource.manager.findBy(NotificationRow, { aboutId: activity.id });
    const counts = new Map<string, number>();
    for (const { accountId } of told) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    return counts;
  };

  it('gives fifty of them a seat and each of the others a place of her own in the queue', async () => {
    const replies = await Promise.all(people.map((she) => enrol(she)));

    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(replies.filter(({ state }) => state === 'registered')).toHaveLength(seats);
    expect(await brokenSeats(t, activity.id)).toEqual([]);
    const places = (await rows('waiting')).map(({ queueNumber }) => queueNumber!);
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
  });

  it('answers all who cancel while staff change it and the next are promoted', async () => {
    activity = await anActivity(t, (await aTree(t)).village, { seats: 100 });
    const village = { id: activity.federationId, path: activity.federationPath };
    const desks = [1, 2].map(() => aPerson(t, [{ in: village, kind: 'staff' as const }]));
    const come = people.slice(0, 100);
    const hers = await Promise.all(come.map((she) => enrol(she)));
    await Promise.all(people.slice(100).map((she) => enrol(she)));
    statuses.length = 0;

    const path = `/desk/activities/${activity.id}`;
    const changes = async ({ token }: { token: string }, desk: number) => {
      for (let n = 0; n < 12; n += 1) {
        const now = await send<DeskActivity>('GET', path, undefined, token);
        const place = `${desk} 号楼 ${n} 层`;
        await send('PUT', path, written(now, { place, seats: 100 + (n % 3) }), token);
      }
    };
    await Promise.all([
      ...hers.map(({ id }, n) => cancel(id, come[n]!)),
      ...(await Promise.all(desks)).map(changes),
    ]);

    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(come.length);
    expect(await rows('cancelled')).toHaveLength(come.length);
    expect(await rows('registered')).toHaveLength(people.length - come.length);
    expect(await brokenSeats(t, activity.id)).toEqual([]);
  });

  it('is once for a woman who taps four times', async () => {
    const taps = people.slice(0, 50).flatMap((she) => Array<typeof she>(4).fill(she));
    await Promise.all(taps.map((she) => enrol(she)));

    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    expect(statuses.filter((status) => status === 409)).toHaveLength(150);
    expect(await brokenSeats(t, activity.id)).toEqual([]);
  });

  it('stays exact while a third of them cancel and some come back', async () => {
    const left = new Set<string>();
    await Promise.all(
      people.map(async (she, n) => {
        const { id } = await enrol(she, { seats: (n % 2) + 1 });
        if (n % 3 !== 0) return;
        left.add(she.accountId);
        await cancel(id, she);
        if (n % 6 === 0) await enrol(she);
      }),
    );

    expect(new Set(statuses)).toEqual(new Set([200, 201]));
    expect(await brokenSeats(t, activity.id)).toEqual([]);
    const told = await toldOf();
    const all = await t.dataSource.manager.findBy(RegistrationRow, { activityId: activity.id });
    const waited = all.filter(({ queueNumber }) => queueNumber !== null);
    expect(waited.filter(({ state }) => state === 'registered').length).toBeGreaterThan(0);
    for (const { accountId } of people) {
      const hers = waited.filter((row) => row.accountId === accountId);
      const promoted = hers.filter(({ state }) => state === 'registered').length;
      expect(told.get(accountId) ?? 0).toBeGreaterThanOrEqual(promoted);
      expect(told.get(accountId) ?? 0).toBeLessThanOrEqual(hers.length);
      if (!left.has(accountId)) expect(told.get(accountId) ?? 0).toBe(promoted);
    }
  });
});
