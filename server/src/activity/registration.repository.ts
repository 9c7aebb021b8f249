import { mayMove, registrationTransitions, type RegistrationState } from '@niangjia/shared';
import { Brackets, type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { insertRow } from '../platform/database/rows';
import { ActivityRow } from './activity.entity';
import { liveKeyOf, RegistrationRow } from './registration.entity';

export type RegistrationsAfter = [registeredAt: number, id: string];

const live: RegistrationState[] = ['registered', 'waiting'];
const cancelled = { state: 'cancelled', liveKey: null, calledAs: null } as const;

export const findHers = (db: EntityManager, accountId: string, id: string) =>
  db.findOneBy(RegistrationRow, { id, accountId });

export const findAllHers = (db: EntityManager, accountId: string): Promise<RegistrationRow[]> =>
  db.find(RegistrationRow, { where: { accountId }, order: { registeredAt: 'ASC', id: 'ASC' } });

/** What still holds seats is never deleted. */
export const deleteCancelled = (tx: EntityManager, accountId: string) =>
  tx.delete(RegistrationRow, { accountId, state: 'cancelled' });

/** Her live registrations of these activities. */
export const findLive = (db: EntityManager, accountId: string, activityIds: readonly string[]) =>
  db.findBy(RegistrationRow, {
    liveKey: In(activityIds.map((activityId) => liveKeyOf(activityId, accountId))),
  });

export const findAllLive = (db: EntityManager, activityId: string): Promise<RegistrationRow[]> =>
  db.findBy(RegistrationRow, { activityId, state: In(live) });

export const insertRegistration = (tx: EntityManager, row: RegistrationRow) =>
  insertRow(tx, RegistrationRow, row);

/** Those whom so many free seats would fit, first come first. */
export const findFirstWaiting = (
  tx: EntityManager,
  activityId: string,
  free: number,
  limit: number,
): Promise<RegistrationRow[]> =>
  tx.find(RegistrationRow, {
    where: { activityId, state: 'waiting', seats: LessThanOrEqual(free) },
    order: { queueNumber: 'ASC' },
    take: limit,
  });

/** All or none: a row that is no longer in `from` undoes the transaction. */
export async function moveRegistrations(
  tx: EntityManager,
  rows: readonly RegistrationRow[],
  from: RegistrationState,
  to: RegistrationState,
): Promise<void> {
  if (!mayMove(registrationTransitions, from, to)) throw new Error(`${from} never becomes ${to}`);
  const moved = to === 'cancelled' ? cancelled : { state: to };
  const ids = rows.map(({ id }) => id);
  const { affected } = await tx.update(RegistrationRow, { id: In(ids), state: from }, moved);
  if (affected !== rows.length) throw new Error('a registration was moved twice');
}

/** Answers whether it still was as it was read: only then what it held is free. */
export async function cancelRegistration(
  tx: EntityManager,
  { id, state }: Pick<RegistrationRow, 'id' | 'state'>,
): Promise<boolean> {
  if (!mayMove(registrationTransitions, state, 'cancelled')) return false;
  const { affected } = await tx.update(RegistrationRow, { id, state }, cancelled);
  return affected === 1;
}

/** Of the activities that ended before. */
export async function forgetCalledAs(tx: EntityManager, endedBefore: number): Promise<void> {
  const over = tx
    .createQueryBuilder(ActivityRow, 'a')
    .select('a.id')
    .where('a.endsAt < :endedBefore');
  await tx
    .createQueryBuilder()
    .update(RegistrationRow)
    .set({ calledAs: null })
    .where(`called_as IS NOT NULL AND activity_id IN (${over.getQuery()})`, { endedBefore })
    .execute();
}

/** The most seats for which somebody waits; 0 when nobody does. */
export async function largestWaiting(tx: EntityManager, activityId: string): Promise<number> {
  const largest = await tx.maximum(RegistrationRow, 'seats', { activityId, state: 'waiting' });
  return largest ?? 0;
}

/** How many wait before that number. */
export const countBefore = (db: EntityManager, { activityId, queueNumber }: RegistrationRow) =>
  db
    .createQueryBuilder(RegistrationRow, 'r')
    .where('r.activityId = :activityId AND r.state = :state', { activityId, state: 'waiting' })
    .andWhere('r.queueNumber < :queueNumber', { queueNumber })
    .getCount();

/** Registrations newest first, one more than the limit, so that the page knows whether it is the last. */
export function findNewestOfHers(
  db: EntityManager,
  accountId: string,
  after: RegistrationsAfter | undefined,
  limit: number,
): Promise<RegistrationRow[]> {
  const query = db
    .createQueryBuilder(RegistrationRow, 'r')
    .where('r.accountId = :accountId', { accountId })
    .orderBy('r.registeredAt', 'DESC')
    .addOrderBy('r.id', 'DESC')
    .limit(limit + 1);
  if (after) query.andWhere(before('r.registeredAt', 'r.id', after));
  return query.getMany();
}

/** Of one activity, first come first. */
export function findOfActivity(
  db: EntityManager,
  activityId: string,
  [at, id]: RegistrationsAfter,
  limit: number,
): Promise<RegistrationRow[]> {
  return db
    .createQueryBuilder(RegistrationRow, 'r')
    .where('r.activityId = :activityId AND r.registeredAt >= :at', { activityId, at })
    .andWhere('(r.registeredAt > :at OR r.id > :id)', { id })
    .orderBy('r.registeredAt')
    .addOrderBy('r.id')
    .limit(limit + 1)
    .getMany();
}

const before = (moment: string, key: string, [at, id]: RegistrationsAfter): Brackets =>
  new Brackets((where) =>
    where.where(`${moment} <= :at`, { at }).andWhere(`(${moment} < :at OR ${key} < :id)`, { id }),
  );
