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
    const [found, clocks, approved] = await Promise.all([
      findTickets(db, ids),
      this.deadlines.of(db, ids),
      approvedFor(db, accountId, ids),
    ]);
    const tickets = new Map(found.map((ticket) => [ticket.id, ticket]));
    const known = { accountId, names: await this.namesOf(db, found), clocks, approved };

    return ids.flatMap((id) => {
      const ticket = tickets.get(id);
      return ticket ? [rowView(ticket, known)] : [];
    });
  }

  private async namesOf(db: EntityManager, tickets: CaseTicket[]): Promise<Map<string, string>> {
    const federationIds = [...new Set(tickets.map((row) => row.federationId))];
    const assignees = tickets.flatMap(({ assigneeAccountId }) => assigneeAccountId ?? []);
    const [federations, people] = await Promise.all([
      this.federations.rowsOf(db, federationIds),
      this.accounts.namesOf(db, [...new Set(assignees)]),
    ]);
    return new Map([...federations.map(({ id, name }): [string, string] => [id, name]), ...people]);
  }
}

/** The nearest day of a clock that runs; none does on what was withdrawn. */
function dueDayOf({ state }: CaseTicket, clocks: Deadline[]): string | null {
  return state === 'withdrawn' ? null : nearestDueDay(clocks);
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
