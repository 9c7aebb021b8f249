import type { CaseTicketState } from '@niangjia/shared';
import { retentionDays } from '../account';

/** Days after its end for which the words of a ticket are kept. What is open is never deleted. */
export const keptDays: Record<CaseTicketState, number | null> = {
  received: null,
  accepted: null,
  answered: null,
  closed: retentionDays.closedTicket,
  withdrawn: retentionDays.withdrawnTicket,
};
