import {
  deskMoves,
  type Deadline,
  type DeskEvent,
  type DeskMessage,
  type DeskTicket,
  type DeskTicketRow,
  rfc3339,
  whyNotMove,
  whyNotWrite,
} from '@niangjia/shared';
import { toTheMinute } from '../platform/clock';
import type { CaseTicket } from './case-ticket.entity';
import type { CaseTicketEvent } from './case-ticket-event.entity';
import type { CaseTicketMessage } from './case-ticket-message.entity';
import { contactOf } from './safe-contact';
import type { TicketKey } from './ticket-key';

interface Look {
  accountId: string;
  at: number;
}

interface Read {
  ticket: CaseTicket;
  /** Absent once the ticket was shredded: only its skeleton is left. */
  key: TicketKey | undefined;
  row: DeskTicketRow;
  messages: CaseTicketMessage[];
  events: CaseTicketEvent[];
  /** The last look of each person, from the audit. */
  reads: Look[];
  deadlines: Deadline[];
  names: Map<string, string>;
}

export const deskTicketView = (read: Read): DeskTicket => {
  const { ticket, key, row, events, reads, deadlines, names } = read;
  const nameOf = (id: string | null): string | null => (id && names.get(id)) || null;
  return {
    ...row,
    version: ticket.version,
    inDanger: ticket.inDanger,
    notVillage: ticket.notVillage,
    followUp: ticket.followUp,
    safeContact: key ? contactOf(ticket, key) : null,
    messages: key ? read.messages.map((message) => messageView(message, key, nameOf)) : [],
    events: inOrder([
      ...events.map((event) => eventView(event, key, nameOf)),
      ...reads.map((look) => lookView(look, nameOf)),
    ]),
    deadlines,
    mayMoveTo: key ? deskMoves.filter((to) => !whyNotMove(ticket.state, to)) : [],
    mayAnswer: key !== undefined && whyNotWrite(ticket.state) === undefined,
  };
};

/** Stable: what happened stays in its order, and a look comes after what happened in its minute. */
const inOrder = (events: DeskEvent[]): DeskEvent[] =>
  events.sort((a, b) => a.at.localeCompare(b.at));

type NameOf = (accountId: string | null) => string | null;

const messageView = (
  { id, fromHer, internal, authorAccountId, sealedText, writtenAt }: CaseTicketMessage,
  key: TicketKey,
  nameOf: NameOf,
): DeskMessage => ({
  id,
  from: fromHer ? 'her' : 'federation',
  internal,
  authorName: nameOf(authorAccountId),
  text: key.open('case_ticket_message.sealed_text', id, sealedText),
  writtenAt: rfc3339(writtenAt),
});

const eventView = (
  { id, at, accountId, what, toState, sealedNote }: CaseTicketEvent,
  key: TicketKey | undefined,
  nameOf: NameOf,
): DeskEvent => ({
  at: rfc3339(at),
  who: nameOf(accountId),
  what,
  to: toState,
  note: key && sealedNote ? key.open('case_ticket_event.sealed_note', id, sealedNote) : null,
});

const lookView = ({ accountId, at }: Look, nameOf: NameOf): DeskEvent => ({
  at: rfc3339(toTheMinute(at)),
  who: nameOf(accountId),
  what: 'read',
  to: null,
  note: null,
});
