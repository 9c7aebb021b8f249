import { type EntityManager, In } from 'typeorm';
import { BarRow } from './bar.entity';

/** Which of these people the ticket is not there for. */
export async function barredOf(
  db: EntityManager,
  ticketId: string,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db.findBy(BarRow, { ticketId, accountId: In([...accountIds]) });
  return new Set(rows.map(({ accountId }) => accountId));
}

export const insertBar = (tx: EntityManager, row: BarRow) => tx.insert(BarRow, row);

export const deleteBar = (tx: EntityManager, ticketId: string, accountId: string) =>
  tx.delete(BarRow, { ticketId, accountId });
