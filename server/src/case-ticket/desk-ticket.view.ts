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
import { concernsMinor } from './minor';
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
      ...events.map((event) => eventView(event, key, read)),
      ...reads.map((look) => lookView(look, key, read)),
      ...read.openings.map(openingView),
    ]),
    deadlines,
    mayMoveTo: read.key ? deskMoves.filter((to) => !whyNotMove(ticket.state, to)) : [],
    mayAnswer: key !== undefined && whyNotWrite(ticket.state) === undefined,
  };
};

/**
 * Whom she does not want to see it is read by the head of the desk she said it to, of a head by those above
 * her, wherever the ticket is now. At another desk those above that read it too, not its head: it may be her.
 */
const mayRead = (read: Read) => {
  const { ticket, supervisesAt, supervisesAbove, events } = read;
  const readsRequest = ({ what, aboutId }: CaseTicketEvent): boolean => {
    const askedOf = aboutId ?? ticket.federationId;
    if (what === 'bar_asked_above') return supervisesAbove.has(askedOf);
    const isElsewhere = askedOf !== ticket.federationId;
    return supervisesAt.has(askedOf) || (isElsewhere && supervisesAbove.has(ticket.federationId));
  };
  return (event: CaseTicketEvent): boolean => {
    const { what, aboutId } = event;
    if (what === 'bar_asked' || what === 'bar_asked_above') return readsRequest(event);
    if (what !== 'bar_unasked' && what !== 'bar_unasked_above') return true;
    const request = events.find(({ id }) => id === aboutId);
    return request !== undefined && readsRequest(request);
  };
};

/** That she barred somebody is read by all who see the ticket; whom, by the heads alone. */
const isWhomForHeads = (what: CaseTicketEvent['what']): boolean =>
  what === 'barred_by_her' || what === 'unbarred_by_her';

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
  { names, supervises }: Read,
): DeskEvent => ({
  at: rfc3339(at),
  who: nameOf(names, accountId),
  what,
  about: isWhomForHeads(what) && !supervises ? null : nameOf(names, aboutId),
  to: toState,
  outcome,
  note: key && sealedNote ? key.open('case_ticket_event.sealed_note', id, sealedNote) : null,
});

const openingView = (at: number): DeskEvent => ({
  at: rfc3339(toTheMinute(at)),
  who: null,
  what: 'opened_by_code',
  about: null,
  to: null,
  outcome: null,
  note: null,
});

/** Of what concerns a minor with the reason for which she was let look. */
const lookView = (
  { accountId, at }: Look,
  key: TicketKey | undefined,
  { names, ticket, events }: Read,
): DeskEvent => {
  const isLet = events.some((row) => row.what === 'unlock_approved' && row.aboutId === accountId);
  const asked = events.filter((row) => row.what === 'unlock_asked' && row.accountId === accountId);
  const reason = concernsMinor(ticket) && isLet ? asked.at(-1) : undefined;
  return {
    at: rfc3339(toTheMinute(at)),
    who: nameOf(names, accountId),
    what: 'read',
    about: null,
    to: null,
    outcome: null,
    note:
      key && reason?.sealedNote
        ? key.open('case_ticket_event.sealed_note', reason.id, reason.sealedNote)
        : null,
  };
};
