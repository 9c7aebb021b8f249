import { type EntityManager, In } from 'typeorm';
import { UnlockRow } from './unlock.entity';

export const unlocksOf = (db: EntityManager, ticketId: string): Promise<UnlockRow[]> =>
  db.find(UnlockRow, { where: { ticketId }, order: { askedAt: 'ASC', id: 'ASC' } });

export const findUnlock = (
  db: EntityManager,
  ticketId: string,
  accountId: string,
): Promise<UnlockRow | null> => db.findOneBy(UnlockRow, { ticketId, accountId });

/** Which of the tickets that concern a minor she was let read. */
export async function approvedFor(
  db: EntityManager,
  accountId: string,
  ticketIds: readonly string[],
): Promise<Set<string>> {
  const where = { ticketId: In([...ticketIds]), accountId, approved: true };
  return new Set((await db.findBy(UnlockRow, where)).map(({ ticketId }) => ticketId));
}
