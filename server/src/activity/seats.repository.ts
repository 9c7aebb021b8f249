import type { EntityManager } from 'typeorm';
import { change } from '../platform/database/rows';
import { ActivityRow } from './activity.entity';

/**
 * Whoever changes registrations changes their activity's row first, so that they come one after another
 * and none reads what another is about to change.
 */
export async function holdSeats(tx: EntityManager, activityId: string): Promise<void> {
  await tx.update(ActivityRow, { id: activityId }, { taken: () => 'taken' });
}

const openNow = "state = 'published' AND registration_closes_at > ?";

const alter = (tx: EntityManager, set: Record<string, () => string>) =>
  tx.createQueryBuilder().update(ActivityRow).set(set);

/** Takes them or none: two women cannot take the last seat. */
export async function takeSeats(
  tx: EntityManager,
  activityId: string,
  seats: number,
  now: number,
): Promise<boolean> {
  const take = `UPDATE activity SET taken = taken + ? WHERE id = ? AND ${openNow} AND taken + ? <= seats`;
  return (await change(tx, take, [seats, activityId, now, seats])) === 1;
}

export type Queue = Pick<ActivityRow, 'queued' | 'waiting' | 'taken' | 'seats'>;

/** The queue with her as its last; undefined when it is not open, or not for so many seats. */
export async function joinQueue(
  tx: EntityManager,
  activityId: string,
  seats: number,
  now: number,
): Promise<Queue | undefined> {
  const join = `UPDATE activity SET waiting = waiting + 1, queued = queued + 1 WHERE id = ? AND ${openNow} AND cancellable_until > ? AND seats >= ?`;
  if ((await change(tx, join, [activityId, now, now, seats])) !== 1) return undefined;
  const [queue] = await tx.query<Queue[]>(
    'SELECT queued, waiting, taken, seats FROM activity WHERE id = ?',
    [activityId],
  );
  return queue;
}

/** After `holdSeats`: what one registration held, a place in the queue or seats. */
export async function giveBack(
  tx: EntityManager,
  activityId: string,
  held: { seats: number; waiting: number },
): Promise<void> {
  await alter(tx, { taken: () => 'taken - :seats', waiting: () => 'waiting - :waiting' })
    .where('id = :id', { id: activityId })
    .setParameters(held)
    .execute();
}

/** Seats for so many who waited. */
export async function seatWaiting(
  tx: EntityManager,
  activityId: string,
  taken: { seats: number; waiting: number },
): Promise<void> {
  const { affected } = await alter(tx, {
    taken: () => 'taken + :seats',
    waiting: () => 'waiting - :waiting',
  })
    .where('id = :id AND taken + :seats <= seats', { id: activityId, ...taken })
    .execute();
  if (affected !== 1) throw new Error(`seats of ${activityId} were promised twice`);
}
