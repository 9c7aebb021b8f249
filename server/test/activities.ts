import type { MyRegistration, RefusalBody, Register } from '@niangjia/shared';
import { ActivityRow, ActivityScopeRow, RegistrationRow } from '../src/activity';
import { scopeOf } from '../src/activity/desk.repository';
import type { FederationRow } from '../src/federation';
import { cellOf } from '../src/platform/geo/cells';
import { newId } from '../src/platform/ids';
import type { TestApp } from './app';
import type { GivenPerson } from './given';

const hourMs = 3_600_000;

/** A published activity of the federation, tomorrow, unless told otherwise. */
export async function anActivity(
  { clock, dataSource }: Pick<TestApp, 'clock' | 'dataSource'>,
  { id: federationId, path: federationPath }: Pick<FederationRow, 'id' | 'path'>,
  given: Partial<ActivityRow> = {},
): Promise<ActivityRow> {
  const startsAt = given.startsAt ?? clock.now() + 24 * hourMs;
  const { lng, lat } = { lng: 118.4, lat: 24.9, ...given };
  const row: ActivityRow = {
    id: newId(),
    federationId,
    federationPath,
    title: '一起包粽子',
    text: '带上围裙就行。',
    place: '某村妇女之家',
    lng,
    lat,
    cell: cellOf(lng, lat),
    startsAt,
    endsAt: startsAt + 2 * hourMs,
    registrationClosesAt: startsAt - hourMs,
    cancellableUntil: startsAt - hourMs,
    seats: 10,
    taken: 0,
    waiting: 0,
    queued: 0,
    state: 'published',
    cancelReason: null,
    version: 1,
    updatedAt: clock.now(),
    ...given,
  };
  await dataSource.manager.insert(ActivityRow, row);
  await dataSource.manager.insert(ActivityScopeRow, scopeOf(row));
  return row;
}

type Asker = Pick<GivenPerson, 'token'>;
type Reply = MyRegistration & RefusalBody;

export const register = (
  { http }: Pick<TestApp, 'http'>,
  { id }: Pick<ActivityRow, 'id'>,
  { token }: Asker,
  body: Register = {},
) => http.post<Reply>(`/activities/${id}/registrations`, body, { token });

export const cancel = (
  { http }: Pick<TestApp, 'http'>,
  { id }: Pick<MyRegistration, 'id'>,
  { token }: Asker,
) => http.post<Reply>(`/registrations/${id}/cancel`, undefined, { token });

/**
 * What is not so of the seats of this activity; empty when all is exact. Once the time of cancelling is
 * over seats may be free beside those who wait.
 */
export async function brokenSeats(
  { dataSource: { manager }, clock }: Pick<TestApp, 'dataSource'> & Partial<Pick<TestApp, 'clock'>>,
  id: string,
): Promise<string[]> {
  const activity = await manager.findOneByOrFail(ActivityRow, { id });
  const rows = await manager.findBy(RegistrationRow, { activityId: id });
  const registered = rows.filter(({ state }) => state === 'registered');
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const live = [...registered, ...waiting];
  const taken = registered.reduce((sum, { seats }) => sum + seats, 0);
  const free = activity.seats - taken;

  const holds: [string, boolean][] = [
    [`taken ${activity.taken} is the sum of the seats ${taken}`, activity.taken === taken],
    [`${taken} taken of ${activity.seats}`, free >= 0],
    [`waiting ${activity.waiting} is ${waiting.length}`, activity.waiting === waiting.length],
    [
      `${free} seats are free for nobody who waits`,
      (clock && clock.now() >= activity.cancellableUntil) ||
        waiting.every(({ seats }) => seats > free),
    ],
    ['nobody waits for more than there is', waiting.every(({ seats }) => seats <= activity.seats)],
    [
      'one live registration a woman',
      new Set(live.map(({ accountId }) => accountId)).size === live.length,
    ],
    ['a cancelled one has no name', rows.every((row) => live.includes(row) || !row.calledAs)],
    ['live have a key, others none', rows.every((row) => !!row.liveKey === live.includes(row))],
    [
      'queue numbers are given out once',
      new Set(live.map((row) => row.queueNumber ?? row.id)).size === live.length,
    ],
    ['a cancelled one holds nothing', activity.state !== 'cancelled' || live.length === 0],
  ];
  return holds.filter(([, so]) => !so).map(([says]) => `not so that ${says}`);
}
