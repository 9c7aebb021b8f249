import { Injectable } from '@nestjs/common';
import {
  type Deadline,
  type DeskTicketRow,
  type DeskTicketsQuery,
  nearestDueDay,
  type Page,
  pageLimits,
  rfc3339,
} from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Deadlines } from '../deadline';
import { Federations } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import type { CaseTicket } from './case-ticket.entity';
import { findTickets } from './case-ticket.repository';
import type { CaseTicketScope } from './case-ticket-scope.entity';
import { type DeskBranch, deskBranches } from './desk-branches';
import { type DeskAfter, ticketsInBranch } from './desk.repository';
import { rangesOf } from './sort-key';

const fromTheStart: DeskAfter = [-1, ''];

const inOrder = (a: CaseTicketScope, b: CaseTicketScope): number =>
  a.sortKey - b.sortKey || (a.ticketId < b.ticketId ? -1 : 1);

/** The tickets of her branches, what is most urgent first. */
@Injectable()
export class DeskList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly federations: Federations,
    private readonly deadlines: Deadlines,
  ) {}

  async page(person: Person, query: DeskTicketsQuery): Promise<Page<DeskTicketRow>> {
    const db = this.unitOfWork.reader;
    const { limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, [0, '']) ?? fromTheStart;
    const ofBranches = await Promise.all(
      deskBranches(person).map((branch) => this.ofBranch(db, branch, query, after, limit + 1)),
    );

    // Two posts on one path see the same ticket.
    const places = new Map(ofBranches.flat().map((place) => [place.ticketId, place]));
    const sorted = [...places.values()].sort(inOrder).slice(0, limit + 1);
    const page = pageOf(
      sorted,
      limit,
      ({ sortKey, ticketId }) => [sortKey, ticketId],
      ({ ticketId }) => ticketId,
    );
    return { ...page, items: await this.show(db, page.items) };
  }

  /** Rows of tickets, in the order of their ids. */
  async show(db: EntityManager, ids: string[]): Promise<DeskTicketRow[]> {
    const tickets = new Map((await findTickets(db, ids)).map((ticket) => [ticket.id, ticket]));
    const federationIds = [...new Set([...tickets.values()].map((row) => row.federationId))];
    const federations = await this.federations.rowsOf(db, federationIds);
    const names = new Map(federations.map(({ id, name }) => [id, name]));
    const clocks = await this.deadlines.of(db, ids);

    return ids.flatMap((id) => {
      const ticket = tickets.get(id);
      if (!ticket) return [];
      return [rowView(ticket, names.get(ticket.federationId) ?? '', clocks.get(id) ?? [])];
    });
  }

  private async ofBranch(
    db: EntityManager,
    { federationId, withdrawnToo }: DeskBranch,
    { state, risk }: DeskTicketsQuery,
    after: DeskAfter,
    wanted: number,
  ): Promise<CaseTicketScope[]> {
    const found: CaseTicketScope[] = [];
    for (const range of rangesOf(risk, withdrawnToo)) {
      const missing = wanted - found.length;
      if (missing === 0) break;
      const query = ticketsInBranch(db, federationId, state, range, after, missing);
      found.push(...(await query.getMany()));
    }
    return found;
  }
}

/** The nearest day of a clock that runs; none does on what is closed. */
function dueDayOf({ state }: CaseTicket, clocks: Deadline[]): string | null {
  if (state === 'closed' || state === 'withdrawn') return null;
  return nearestDueDay(clocks);
}

const rowView = (
  ticket: CaseTicket,
  federationName: string,
  clocks: Deadline[],
): DeskTicketRow => ({
  id: ticket.id,
  kind: ticket.kind,
  state: ticket.state,
  risk: ticket.risk,
  receivedAt: rfc3339(ticket.receivedAt),
  federationId: ticket.federationId,
  federationName,
  dueDay: dueDayOf(ticket, clocks),
  sealed: ticket.state === 'withdrawn',
});
