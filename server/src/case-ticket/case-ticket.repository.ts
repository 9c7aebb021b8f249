import type { CaseTicketState } from '@niangjia/shared';
import { type EntityManager, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { CaseTicket } from './case-ticket.entity';
import { CaseTicketEvent } from './case-ticket-event.entity';
import { CaseTicketMessage } from './case-ticket-message.entity';
import { CaseTicketScope } from './case-ticket-scope.entity';
import type { DeskPlace } from './sort-key';

/** Puts a ticket on the desk `ancestorIds` ends with, in sight of all above it. */
export async function insertTicket(
  tx: EntityManager,
  ticket: CaseTicket,
  ancestorIds: readonly string[],
  place: DeskPlace,
): Promise<void> {
  await tx.insert(CaseTicket, ticket);
  await insertScopes(tx, ticket.id, ancestorIds, place);
}

const insertScopes = (
  tx: EntityManager,
  ticketId: string,
  ancestorIds: readonly string[],
  place: DeskPlace,
) =>
  tx.insert(
    CaseTicketScope,
    ancestorIds.map((ancestorId) => ({ ...place, ticketId, ancestorId })),
  );

/** Takes it from the desks that saw it to the one `ancestorIds` ends with and all above that. */
export async function rescopeTicket(
  tx: EntityManager,
  ticketId: string,
  ancestorIds: readonly string[],
  place: DeskPlace,
): Promise<void> {
  await tx.delete(CaseTicketScope, { ticketId });
  await insertScopes(tx, ticketId, ancestorIds, place);
}

/**
 * Takes the ticket for this transaction and counts what is about to happen to it: whoever comes second
 * waits here, and then sees what the first one did.
 */
export async function takeTicket(tx: EntityManager, id: string): Promise<CaseTicket | null> {
  await tx.increment(CaseTicket, { id }, 'version', 1);
  return tx.findOneBy(CaseTicket, { id });
}

/** The same, but what stands in that state already stays as it is: nothing more happens to it. */
export async function takeTicketUnless(
  tx: EntityManager,
  id: string,
  state: CaseTicketState,
): Promise<CaseTicket | null> {
  await tx.increment(CaseTicket, { id, state: Not(state) }, 'version', 1);
  return tx.findOneBy(CaseTicket, { id });
}

/** Until the unit of work ends nobody else moves it; it counts as nothing that happened. */
export async function holdTicket(tx: EntityManager, id: string): Promise<CaseTicket | null> {
  await tx.update(CaseTicket, { id }, { version: () => 'version' });
  return tx.findOneBy(CaseTicket, { id });
}

export const findTicket = (db: EntityManager, id: string): Promise<CaseTicket | null> =>
  db.findOneBy(CaseTicket, { id });

export const findTicketOfClaim = (
  db: EntityManager,
  claimLookup: string,
): Promise<CaseTicket | null> => db.findOneBy(CaseTicket, { claimLookup });

/** Of those that were shredded only the skeleton is left. */
export const findTickets = (db: EntityManager, ids: readonly string[]): Promise<CaseTicket[]> =>
  db.findBy(CaseTicket, { id: In(ids) });

/** Ids of what she was given and still has, whatever became of it. */
export async function assignedTo(db: EntityManager, accountId: string): Promise<string[]> {
  const where = { assigneeAccountId: accountId, state: Not<CaseTicketState>('withdrawn') };
  return (await db.find(CaseTicket, { select: { id: true }, where })).map(({ id }) => id);
}

/** Takes it from her to whom it was given, if it still is hers; counted as something that happened to it. */
export async function takeFrom(
  tx: EntityManager,
  id: string,
  accountId: string,
): Promise<CaseTicket | null> {
  const { affected } = await tx.update(
    CaseTicket,
    { id, assigneeAccountId: accountId, state: Not<CaseTicketState>('withdrawn') },
    { assigneeAccountId: null, version: () => 'version + 1' },
  );
  return affected === 1 ? tx.findOneBy(CaseTicket, { id }) : null;
}

type Changes = Partial<Omit<CaseTicket, 'id' | 'version'>>;

export async function changeTicket(
  tx: EntityManager,
  ticket: CaseTicket,
  changes: Changes,
): Promise<void> {
  Object.assign(ticket, changes);
  await tx.update(CaseTicket, { id: ticket.id }, changes);
}

/** Every branch that sees the ticket finds it at its new place. */
export const placeTicket = (tx: EntityManager, ticketId: string, place: DeskPlace) =>
  tx.update(CaseTicketScope, { ticketId }, place);

export const insertMessage = (tx: EntityManager, message: CaseTicketMessage) =>
  tx.insert(CaseTicketMessage, message);

export const insertEvent = (tx: EntityManager, event: CaseTicketEvent) =>
  tx.insert(CaseTicketEvent, event);

export const messagesOf = (db: EntityManager, ticketId: string): Promise<CaseTicketMessage[]> =>
  db.find(CaseTicketMessage, { where: { ticketId }, order: { seq: 'ASC' } });

export const eventsOf = (db: EntityManager, ticketId: string): Promise<CaseTicketEvent[]> =>
  db.find(CaseTicketEvent, { where: { ticketId }, order: { seq: 'ASC' } });

export const lastEvent = (
  db: EntityManager,
  ticketId: string,
  what: CaseTicketEvent['what'],
): Promise<CaseTicketEvent | null> =>
  db.findOne(CaseTicketEvent, { where: { ticketId, what }, order: { seq: 'DESC' } });

const endedBy = (state: CaseTicketState, endedBefore: number) => ({
  state,
  closedAt: LessThanOrEqual(endedBefore),
  wrappedKey: Not(IsNull()),
});

export async function findEnded(
  db: EntityManager,
  state: CaseTicketState,
  endedBefore: number,
): Promise<string[]> {
  const where = endedBy(state, endedBefore);
  return (await db.find(CaseTicket, { select: { id: true }, where })).map(({ id }) => id);
}

/** Both wrappings of the key go, so that neither the desk nor her code opens a word of it. */
export async function shredEnded(
  tx: EntityManager,
  state: CaseTicketState,
  endedBefore: number,
): Promise<number> {
  const gone = {
    wrappedKey: null,
    claimWrappedKey: null,
    claimLookup: null,
    sealedContact: null,
    visitId: null,
  };
  return (await tx.update(CaseTicket, endedBy(state, endedBefore), gone)).affected ?? 0;
}
