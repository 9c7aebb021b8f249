import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { DeskTicketRow } from './case-ticket';

/** The days of a period, both within it; one federation of her branches, or all of them. */
export interface ClosureQuery {
  fromDay: Day;
  toDay: Day;
  federationId?: string;
}

/**
 * 办结率: of the tickets whose 60 days (art. 34) ran out in the period, how many were closed, with an answer to her, by its end.
 * Counted from the tickets themselves; no unit and no person is ranked by it.
 */
export interface Closure {
  fromDay: Day;
  toDay: Day;
  due: number;
  closed: number;
}

/** The tickets behind the number. */
export interface ClosureTicketsQuery extends ClosureQuery, PageQuery {
  closed: boolean;
}

export const closureEndpoints = {
  closure: endpoint<{ query: ClosureQuery; reply: Closure }>()('GET', '/desk/figures/closure'),
  tickets: endpoint<{ query: ClosureTicketsQuery; reply: Page<DeskTicketRow> }>()(
    'GET',
    '/desk/figures/closure/case-tickets',
  ),
};
