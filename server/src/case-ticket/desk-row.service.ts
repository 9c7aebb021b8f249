import { Injectable } from '@nestjs/common';
import { type DeskTicketRow, rfc3339 } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { readTicketsInList, type TicketInList } from './desk-row.repository';
import { concernsMinor } from './minor';

/** Rows of tickets as one member of the staff sees them; which ones she may see was asked before. */
@Injectable()
export class DeskRows {
  constructor(private readonly accounts: Accounts) {}

  /** In the order of their ids. */
  async show(db: EntityManager, accountId: string, ids: string[]): Promise<DeskTicketRow[]> {
    const found = await readTicketsInList(db, accountId, ids);
    const tickets = new Map(found.map((ticket) => [ticket.id, ticket]));
    const names = this.accounts.opened(found.flatMap(assigneeOf));

    return ids.flatMap((id) => {
      const ticket = tickets.get(id);
      return ticket ? [rowView(ticket, accountId, names)] : [];
    });
  }
}

const assigneeOf = ({ assigneeAccountId: id, assigneeName: name }: TicketInList) =>
  id !== null && name !== null ? [{ id, name }] : [];

function rowView(
  ticket: TicketInList,
  accountId: string,
  names: Map<string, string>,
): DeskTicketRow {
  const { id, kind, state, risk, federationId, assigneeAccountId } = ticket;
  const isOfMinor = concernsMinor({ kind, markedMinor: ticket.markedMinor === 1 });
  return {
    id,
    kind,
    channel: ticket.channel ?? 'online',
    state,
    risk,
    receivedAt: rfc3339(ticket.receivedAt),
    federationId,
    federationName: ticket.federationName ?? '',
    // No clock runs on what was withdrawn.
    dueDay: state === 'withdrawn' ? null : ticket.dueDay,
    sealed: state === 'withdrawn',
    assigneeName: names.get(assigneeAccountId ?? '') ?? null,
    isMine: assigneeAccountId === accountId,
    locked: isOfMinor && !ticket.isApproved,
  };
}
