import type { Day, ReferralState } from '@niangjia/shared';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { CaseTicketScope } from '../case-ticket';
import { ReferralRow } from './referral.entity';

export const insertReferral = (tx: EntityManager, row: ReferralRow) => tx.insert(ReferralRow, row);

export const findReferral = (db: EntityManager, id: string): Promise<ReferralRow | null> =>
  db.findOneBy(ReferralRow, { id });

/** Newest first; a ticket has only so many. */
export const findReferralsOf = (db: EntityManager, ticketId: string): Promise<ReferralRow[]> =>
  db.find(ReferralRow, { where: { ticketId }, order: { sentAt: 'DESC', id: 'DESC' } });

export const countReferrals = (db: EntityManager, ticketId: string): Promise<number> =>
  db.countBy(ReferralRow, { ticketId });

/** Whether it was still in one of those states: of two who write down the same answer only one did. */
export async function moveReferral(
  tx: EntityManager,
  id: string,
  from: readonly ReferralState[],
  changes: Partial<ReferralRow>,
): Promise<boolean> {
  const { affected } = await tx.update(ReferralRow, { id, state: In([...from]) }, changes);
  return affected === 1;
}

/** Last row of the page before: `[waitsUntil, id]`. */
export type WaitingAfter = readonly [Day, string];

/**
 * What a branch sent before that day and nobody answered, longest first. Only what waits anywhere is looked
 * through, which is little by its nature; whose desk its ticket is on is asked of the ticket.
 */
export const waitingInBranch = (
  db: EntityManager,
  ancestorId: string,
  before: Day,
  [waitsUntil, id]: WaitingAfter,
  limit: number,
): SelectQueryBuilder<ReferralRow> =>
  db
    .createQueryBuilder(ReferralRow, 'r')
    .innerJoin(
      CaseTicketScope,
      's',
      "s.ticketId = r.ticketId AND s.ancestorId = :ancestorId AND s.state <> 'withdrawn'",
      { ancestorId },
    )
    .where('r.waitsUntil >= :waitsUntil AND r.waitsUntil < :before', { waitsUntil, before })
    .andWhere('(r.waitsUntil > :waitsUntil OR r.id > :id)', { waitsUntil, id })
    .orderBy('r.waitsUntil')
    .addOrderBy('r.id')
    .limit(limit);
