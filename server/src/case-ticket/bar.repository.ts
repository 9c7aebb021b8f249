import { type EntityManager, In } from 'typeorm';
import { BarRow } from './bar.entity';

/** Which of these people the ticket is not there for. */
export async function barredOf(
  db: EntityManager,
  ticketId: string,
  accountIds: readonly string[],
): Promise<Set<string>> {
  return new Set((await barsOf(db, ticketId, accountIds)).map(({ accountId }) => accountId));
}

export const barsOf = (
  db: EntityManager,
  ticketId: string,
  accountIds: readonly string[],
): Promise<BarRow[]> => db.findBy(BarRow, { ticketId, accountId: In([...accountIds]) });

export const insertBar = (tx: EntityManager, row: BarRow) => tx.insert(BarRow, row);

export const deleteBar = (tx: EntityManager, ticketId: string, accountId: string) =>
  tx.delete(BarRow, { ticketId, accountId });
