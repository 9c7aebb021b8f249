import { type EntityManager, In, IsNull } from 'typeorm';
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

/** One request of each person: a new one takes the place of what was declined. */
export async function replaceUnlock(tx: EntityManager, row: UnlockRow): Promise<void> {
  const { ticketId, accountId } = row;
  await tx.delete(UnlockRow, { ticketId, accountId });
  await tx.insert(UnlockRow, row);
}

/** Answers whether it waited for a decision: of two who decide, one is first. */
export async function decideUnlock(
  tx: EntityManager,
  ticketId: string,
  accountId: string,
  decided: Pick<UnlockRow, 'decidedByAccountId' | 'approved'>,
): Promise<boolean> {
  const waiting = { ticketId, accountId, approved: IsNull() };
  return (await tx.update(UnlockRow, waiting, decided)).affected === 1;
}
