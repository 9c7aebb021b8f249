import {
  deskMoves,
  type DeskEvent,
  type DeskMessage,
  type DeskTicket,
  rfc3339,
  whyNotMove,
  whyNotWrite,
} from '@niangjia/shared';
import { toTheMinute } from '../platform/clock';
import type { CaseTicketEvent } from './case-ticket-event.entity';
import type { CaseTicketMessage } from './case-ticket-message.entity';
import { actsView } from './desk-acts.view';
import type { Look, Read } from './desk-read';
import { contactOf } from './safe-contact';
import type { TicketKey } from './ticket-key';

export const deskTicketView = (given: Read): DeskTicket => {
  const read = { ...given, events: given.events.filter(mayRead(given)) };
  const { ticket, row, events, reads, deadlines } = read;
  const key = row.locked ? undefined : read.key;
  return {
    ...row,
    ...actsView(read),
    version: ticket.version,
    inDanger: ticket.inDanger,
    notVillage: ticket.notVillage,
    followUp: ticket.followUp,
    safeContact: key ? contactOf(ticket, key) : null,
    messages: key ? read.messages.map((message) => messageView(message, key, read.names)) : [],
    events: inOrder([
      ...events.map((event) => eventView(event, key, read.names)),
      ...reads.map((look) => lookView(look, key, read)),
    ]),
    deadlines,
    mayMoveTo: read.key ? deskMoves.filter((to) => !whyNotMove(ticket.state, to)) : [],
    mayAnswer: key !== undefined && whyNotWrite(ticket.state) === undefined,
  };
};

/** Whom she does not want to see it is read by the head of the desk; of the head, by those above. */
const mayRead =
  ({ supervises, supervisesAbove }: Read) =>
  ({ what }: CaseTicketEvent): boolean =>
    (what !== 'bar_asked' || supervises) && (what !== 'bar_asked_above' || supervisesAbove);

/** Stable: what happened stays in its order, and a look comes after what happened in its minute. */
const inOrder = (events: DeskEvent[]): DeskEvent[] =>
  events.sort((a, b) => a.at.localeCompare(b.at));

type Names = Map<string, string>;

const nameOf = (names: Names, id: string | null): string | null => (id && names.get(id)) || null;

const messageView = (
  { id, fromHer, internal, authorAccountId, sealedText, writtenAt }: CaseTicketMessage,
  key: TicketKey,
  names: Names,
): DeskMessage => ({
  id,
  from: fromHer ? 'her' : 'federation',
  internal,
  authorName: nameOf(names, authorAccountId),
  text: key.open('case_ticket_message.sealed_text', id, sealedText),
  writtenAt: rfc3339(writtenAt),
});

const eventView = (
  { id, at, accountId, what, aboutId, toState, outcome, sealedNote }: CaseTicketEvent,
  key: TicketKey | undefined,
  names: Names,
): DeskEvent => ({
  at: rfc3339(at),
  who: nameOf(names, accountId),
  what,
  about: nameOf(names, aboutId),
  to: toState,
  outcome,
  note: key && sealedNote ? key.open('case_ticket_event.sealed_note', id, sealedNote) : null,
});

/** Of what concerns a minor with the reason for which she was let look. */
const lookView = (
  { accountId, at }: Look,
  key: TicketKey | undefined,
  { names, unlocks }: Read,
): DeskEvent => {
  const unlock = unlocks.find((row) => row.accountId === accountId && row.approved);
  return {
    at: rfc3339(toTheMinute(at)),
    who: nameOf(names, accountId),
    what: 'read',
    about: null,
    to: null,
    outcome: null,
    note:
      key && unlock
        ? key.open('case_ticket_unlock.sealed_reason', unlock.id, unlock.sealedReason)
        : null,
  };
};
