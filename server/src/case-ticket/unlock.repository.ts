import { type EntityManager, In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { UnlockRow } from './unlock.entity';

export interface ByWhom {
  column: 'accountId' | 'decidedByAccountId';
  accountId: string;
}

export const unlocksOf = (db: EntityManager, ticketId: string): Promise<UnlockRow[]> =>
  db.find(UnlockRow, { where: { ticketId }, order: { askedAt: 'ASC', id: 'ASC' } });

export const waitingUnlocks = (
  db: EntityManager,
  ticketIds: readonly string[],
): Promise<UnlockRow[]> =>
  db.find(UnlockRow, {
    where: { ticketId: In([...ticketIds]), approved: IsNull() },
    order: { askedAt: 'ASC', id: 'ASC' },
  });

/** Of one person, the latest first: `[askedAt, id]` of the last row of the page before. */
export const unlocksBy = (
  db: EntityManager,
  who: ByWhom,
  [askedAt, id]: readonly [number, string],
  limit: number,
): SelectQueryBuilder<UnlockRow> =>
  db
    .createQueryBuilder(UnlockRow, 'u')
    .where(`u.${who.column} = :accountId`, { accountId: who.accountId })
    .andWhere('u.askedAt <= :askedAt AND (u.askedAt < :askedAt OR u.id < :id)', { askedAt, id })
    .orderBy('u.askedAt', 'DESC')
    .addOrderBy('u.id', 'DESC')
    .limit(limit);

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

/** Of one who does not see it any more: if she ever does again, she asks again. */
export const deleteUnlock = (tx: EntityManager, ticketId: string, accountId: string) =>
  tx.delete(UnlockRow, { ticketId, accountId });

/** Of all, when it is closed. */
export const deleteUnlocksOf = (tx: EntityManager, ticketId: string) =>
  tx.delete(UnlockRow, { ticketId });

/** What was decided ends when it lies with another desk; what waits is decided there. */
export const deleteDecidedUnlocks = (tx: EntityManager, ticketId: string) =>
  tx.delete(UnlockRow, { ticketId, approved: Not(IsNull()) });

/** The tickets that she asked to read. */
export const unlockedFor = async (db: EntityManager, accountId: string): Promise<string[]> =>
  (await db.findBy(UnlockRow, { accountId })).map(({ ticketId }) => ticketId);
