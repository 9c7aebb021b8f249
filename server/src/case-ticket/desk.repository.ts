import type { CaseTicketState } from '@niangjia/shared';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { CaseTicketScope } from './case-ticket-scope.entity';
import type { SortRange } from './sort-key';

/** Last row of the page before: `[sortKey, ticketId]`. */
export type DeskAfter = readonly [number, string];

/**
 * The first tickets of one branch in one range of sort keys: one range of one index, so that the branch
 * of a whole province is as quick as that of a village.
 */
export function ticketsInBranch(
  db: EntityManager,
  ancestorId: string,
  state: CaseTicketState | undefined,
  { from, below }: SortRange,
  [sortKey, ticketId]: DeskAfter,
  limit: number,
): SelectQueryBuilder<CaseTicketScope> {
  const query = db
    .createQueryBuilder(CaseTicketScope, 's')
    .where('s.ancestorId = :ancestorId', { ancestorId })
    .andWhere('s.sortKey >= :least AND s.sortKey < :below', {
      least: Math.max(from, sortKey),
      below,
    })
    .andWhere('(s.sortKey > :sortKey OR s.ticketId > :ticketId)', { sortKey, ticketId })
    .orderBy('s.sortKey')
    .addOrderBy('s.ticketId')
    .limit(limit);
  if (state !== undefined) query.andWhere('s.state = :state', { state });
  return query;
}

/** By which of these federations the ticket is seen. */
export const findScopes = (
  db: EntityManager,
  ticketId: string,
  ancestorIds: string[],
): Promise<CaseTicketScope[]> =>
  db.findBy(CaseTicketScope, { ticketId, ancestorId: In(ancestorIds) });
