import type { Deadline, DeskTicketRow } from '@niangjia/shared';
import type { CaseTicket } from './case-ticket.entity';
import type { CaseTicketEvent } from './case-ticket-event.entity';
import type { CaseTicketMessage } from './case-ticket-message.entity';
import type { HandOverOfferRow } from './hand-over.entity';
import type { TicketKey } from './ticket-key';
import type { UnlockRow } from './unlock.entity';
import type { WhoApproves } from './who-approves';

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
  /** When it was opened by a code that staff saw. */
  openings: number[];
  unlocks: UnlockRow[];
  whoApproves: WhoApproves;
  offer: HandOverOfferRow | null;
  deadlines: Deadline[];
  /** Of people and federations. */
  names: Map<string, string>;
  /** She heads its desk, or one above. */
  supervises: boolean;
  /** Which of the desks that it lay with she heads, there or above, by their ids. */
  supervisesAt: ReadonlySet<string>;
  /** Above which of them, by their ids, she heads one. */
  supervisesAbove: ReadonlySet<string>;
}
