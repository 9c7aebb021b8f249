import type { Deadline, DeskTicketRow } from '@niangjia/shared';
import type { CaseTicket } from './case-ticket.entity';
import type { CaseTicketEvent } from './case-ticket-event.entity';
import type { CaseTicketMessage } from './case-ticket-message.entity';
import type { HandOverOfferRow } from './hand-over.entity';
import type { TicketKey } from './ticket-key';
import type { UnlockRow } from './unlock.entity';

export interface Look {
  accountId: string;
  at: number;
}

/** All that is read of a ticket to show it. */
export interface Read {
  /** Whoever looks. */
  accountId: string;
  ticket: CaseTicket;
  /** Absent once the ticket was shredded: only its skeleton is left. */
  key: TicketKey | undefined;
  row: DeskTicketRow;
  messages: CaseTicketMessage[];
  events: CaseTicketEvent[];
  /** The last look of each person, from the audit. */
  reads: Look[];
  unlocks: UnlockRow[];
  offer: HandOverOfferRow | null;
  deadlines: Deadline[];
  /** Of people and federations. */
  names: Map<string, string>;
  /** She heads its desk, or one above. */
  supervises: boolean;
  /** She heads one above its desk. */
  supervisesAbove: boolean;
}
