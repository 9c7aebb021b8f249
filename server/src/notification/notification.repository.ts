import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { insertAll } from '../platform/database/insert-all';
import { NotificationRow } from './notification.entity';

export type InboxAfter = [createdAt: number, id: string];

export async function insertNotifications(
  tx: EntityManager,
  rows: readonly NotificationRow[],
): Promise<void> {
  await insertAll(tx, NotificationRow, rows);
}

/** Newest first, one more than the limit, so that the page knows whether it is the last. */
export function findInbox(
  db: EntityManager,
  accountId: string,
  after: InboxAfter | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  const query = db
    .createQueryBuilder(NotificationRow, 'n')
    .where('n.accountId = :accountId', { accountId })
    .orderBy('n.createdAt', 'DESC')
    .addOrderBy('n.id', 'DESC')
    .limit(limit + 1);
  if (after) {
    const [at, id] = after;
    query
      .andWhere('n.createdAt <= :at', { at })
      .andWhere('(n.createdAt < :at OR n.id < :id)', { id });
  }
  return query.getMany();
}

export const countUnread = (db: EntityManager, accountId: string): Promise<number> =>
  db.countBy(NotificationRow, { accountId, readAt: IsNull() });

export const findHers = (db: EntityManager, accountId: string, id: string) =>
  db.findOneBy(NotificationRow, { id, accountId });

export const findAllHers = (db: EntityManager, accountId: string): Promise<NotificationRow[]> =>
  db.find(NotificationRow, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });

export async function aboutIds(db: EntityManager, accountId: string): Promise<string[]> {
  return [...new Set((await findAllHers(db, accountId)).map(({ aboutId }) => aboutId))];
}

export const deleteAllHers = (tx: EntityManager, accountId: string) =>
  tx.delete(NotificationRow, { accountId });

export const deleteAbout = (tx: EntityManager, accountId: string, aboutId: string) =>
  tx.delete(NotificationRow, { accountId, aboutId });

export const deleteToldBefore = (tx: EntityManager, at: number) =>
  tx.delete(NotificationRow, { createdAt: LessThanOrEqual(at) });

/** The first reading counts; a second changes nothing. */
export const setRead = (tx: EntityManager, id: string, readAt: number) =>
  tx.update(NotificationRow, { id, readAt: IsNull() }, { readAt });
