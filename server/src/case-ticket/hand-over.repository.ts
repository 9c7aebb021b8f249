import type { EntityManager } from 'typeorm';
import { notBarred } from './desk.repository';
import { HandOverOfferRow } from './hand-over.entity';

export const findOffer = (db: EntityManager, ticketId: string): Promise<HandOverOfferRow | null> =>
  db.findOneBy(HandOverOfferRow, { ticketId });

export const insertOffer = (tx: EntityManager, row: HandOverOfferRow) =>
  tx.insert(HandOverOfferRow, row);

/** Answers whether there was one: of two who answer it, one is first. */
export async function endOffer(tx: EntityManager, ticketId: string): Promise<boolean> {
  return (await tx.delete(HandOverOfferRow, { ticketId })).affected === 1;
}

/** What is offered to one federation, in the order of the tickets' ids. */
export const offersTo = (
  db: EntityManager,
  toFederationId: string,
  accountId: string,
  after: string,
  limit: number,
) =>
  notBarred(
    db
      .createQueryBuilder(HandOverOfferRow, 'o')
      .where('o.toFederationId = :toFederationId', { toFederationId })
      .andWhere('o.ticketId > :after', { after })
      .orderBy('o.ticketId')
      .limit(limit),
    'o.ticketId',
    accountId,
  );
