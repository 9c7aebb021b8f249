import { type EntityManager, In } from 'typeorm';
import { isUniqueViolation } from '../platform/database/faults';
import { KeptTicketRow } from './kept-ticket.entity';

const batchRows = 500;

export const findKept = (db: EntityManager, accountMark: string): Promise<KeptTicketRow[]> =>
  db.findBy(KeptTicketRow, { accountMark });

/** Twice in one moment is once. */
export async function insertKept(tx: EntityManager, row: KeptTicketRow): Promise<void> {
  await tx.insert(KeptTicketRow, row).catch((fault: unknown) => {
    if (!isUniqueViolation(fault)) throw fault;
  });
}

/** Answers whether it was there and hers. */
export async function deleteKept(tx: EntityManager, accountMark: string, id: string) {
  return (await tx.delete(KeptTicketRow, { id, accountMark })).affected === 1;
}

export const deleteKeptOf = (tx: EntityManager, accountMark: string) =>
  tx.delete(KeptTicketRow, { accountMark });

export async function deleteKeptTickets(tx: EntityManager, ticketMarks: readonly string[]) {
  for (let from = 0; from < ticketMarks.length; from += batchRows)
    await tx.delete(KeptTicketRow, { ticketMark: In(ticketMarks.slice(from, from + batchRows)) });
}
