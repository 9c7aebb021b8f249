import { Injectable } from '@nestjs/common';
import { type Deadline, type DeskTicketRow, nearestDueDay, rfc3339 } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Deadlines } from '../deadline';
import { Federations } from '../federation';
import type { CaseTicket } from './case-ticket.entity';
import { findTickets } from './case-ticket.repository';
import { concernsMinor } from './minor';
import { approvedFor } from './unlock.repository';

interface Known {
  accountId: string;
  names: Map<string, string>;
  clocks: Map<string, Deadline[]>;
  approved: Set<string>;
}

/** Rows of tickets as one member of the staff sees them; which ones she may see was asked before. */
@Injectable()
export class DeskRows {
  constructor(
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly deadlines: Deadlines,
  ) {}

  /** In the order of their ids. */
  async show(db: EntityManager, accountId: string, ids: string[]): Promise<DeskTicketRow[]> {
    const tickets = new Map((await findTickets(db, ids)).map((ticket) => [ticket.id, ticket]));
    const names = await this.namesOf(db, [...tickets.values()]);
    const clocks = await this.deadlines.of(db, ids);
    const approved = await approvedFor(db, accountId, ids);
    const known = { accountId, names, clocks, approved };

    return ids.flatMap((id) => {
      const ticket = tickets.get(id);
      return ticket ? [rowView(ticket, known)] : [];
    });
  }

  private async namesOf(db: EntityManager, tickets: CaseTicket[]): Promise<Map<string, string>> {
    const federationIds = [...new Set(tickets.map((row) => row.federationId))];
    const federations = await this.federations.rowsOf(db, federationIds);
    const assignees = tickets.flatMap(({ assigneeAccountId }) => assigneeAccountId ?? []);
    const people = await this.accounts.namesOf(db, [...new Set(assignees)]);
    return new Map([...federations.map(({ id, name }): [string, string] => [id, name]), ...people]);
  }
}

/** The nearest day of a clock that runs; none does on what is closed. */
function dueDayOf({ state }: CaseTicket, clocks: Deadline[]): string | null {
  if (state === 'closed' || state === 'withdrawn') return null;
  return nearestDueDay(clocks);
}

const rowView = (ticket: CaseTicket, known: Known): DeskTicketRow => ({
  id: ticket.id,
  kind: ticket.kind,
  channel: ticket.channel ?? 'online',
  state: ticket.state,
  risk: ticket.risk,
  receivedAt: rfc3339(ticket.receivedAt),
  federationId: ticket.federationId,
  federationName: known.names.get(ticket.federationId) ?? '',
  dueDay: dueDayOf(ticket, known.clocks.get(ticket.id) ?? []),
  sealed: ticket.state === 'withdrawn',
  assigneeName: known.names.get(ticket.assigneeAccountId ?? '') ?? null,
  isMine: ticket.assigneeAccountId === known.accountId,
  locked: concernsMinor(ticket) && !known.approved.has(ticket.id),
});
