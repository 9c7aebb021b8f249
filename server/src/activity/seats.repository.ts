import type { EntityManager } from 'typeorm';
import { ActivityRow } from './activity.entity';

/**
 * Whoever changes registrations changes their activity's row first, so that they come one after another
 * and none reads what another is about to change.
 */
export async function holdSeats(tx: EntityManager, activityId: string): Promise<void> {
  await tx.update(ActivityRow, { id: activityId }, { taken: () => 'taken' });
}

const openFor = 'id = :id AND state = :state AND registration_closes_at > :now';

const change = (tx: EntityManager, set: Record<string, () => string>) =>
  tx.createQueryBuilder().update(ActivityRow).set(set);

/** Takes them or none: two women cannot take the last seat. */
export async function takeSeats(
  tx: EntityManager,
  activityId: string,
  seats: number,
  now: number,
): Promise<boolean> {
  const { affected } = await change(tx, { taken: () => 'taken + :seats' })
    .where(openFor, { id: activityId, state: 'published', now })
    .andWhere('taken + :seats <= seats', { seats })
    .execute();
  return affected === 1;
}

export type Queue = Pick<ActivityRow, 'queued' | 'waiting' | 'taken' | 'seats'>;

/** The queue with her as its last; undefined when it is not open, or not for so many seats. */
export async function joinQueue(
  tx: EntityManager,
  activityId: string,
  seats: number,
  now: number,
): Promise<Queue | undefined> {
  const { affected } = await change(tx, {
    waiting: () => 'waiting + 1',
    queued: () => 'queued + 1',
  })
    .where(openFor, { id: activityId, state: 'published', now })
    .andWhere('cancellable_until > :now AND seats >= :seats', { now, seats })
    .execute();
  if (affected !== 1) return undefined;
  return tx.findOneOrFail(ActivityRow, {
    select: { queued: true, waiting: true, taken: true, seats: true },
    where: { id: activityId },
  });
}

/** After `holdSeats`: what one registration held, a place in the queue or seats. */
export async function giveBack(
  tx: EntityManager,
  activityId: string,
  held: { seats: number; waiting: number },
): Promise<void> {
  await change(tx, { taken: () => 'taken - :seats', waiting: () => 'waiting - :waiting' })
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
  const { affected } = await change(tx, {
    taken: () => 'taken + :seats',
    waiting: () => 'waiting - :waiting',
  })
    .where('id = :id AND taken + :seats <= seats', { id: activityId, ...taken })
    .execute();
  if (affected !== 1) throw new Error(`seats of ${activityId} were promised twice`);
}
