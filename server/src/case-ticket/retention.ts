import type { CaseTicketState } from '@niangjia/shared';

/**
 * Days after its end for which the words of a ticket are kept. No law names them: they are the decision of
 * the federation that runs this, and stand here alone. What is open is never deleted.
 */
export const keptDays: Record<CaseTicketState, number | null> = {
  received: null,
  accepted: null,
  answered: null,
  // A record of a request is evidence before a court, for which a claim lapses after three years.
  closed: 3 * 365,
  withdrawn: 180,
};
