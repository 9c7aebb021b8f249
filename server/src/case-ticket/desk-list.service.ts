import { Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  type DeskTicketRow,
  type DeskTicketsQuery,
  dueSoonDays,
  type Page,
  pageLimits,
} from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Federations } from '../federation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import type { CaseTicketScope } from './case-ticket-scope.entity';
import { type DeskBranch, deskBranchBelow, deskBranches } from './desk-branches';
import { DeskRows } from './desk-row.service';
import {
  type DeskAfter,
  type DueAfter,
  ticketsDue,
  ticketsInBranch,
  type Wanted,
} from './desk.repository';
import { rangesOf } from './sort-key';

const fromTheStart: DeskAfter = [-1, ''];
const fromTheFirstDay: DueAfter = ['', ''];

type Order = (a: CaseTicketScope, b: CaseTicketScope) => number;

const byId: Order = (a, b) => (a.ticketId < b.ticketId ? -1 : 1);
const byUrgency: Order = (a, b) => a.sortKey - b.sortKey || byId(a, b);
const byDay: Order = (a, b) => (a.dueDay ?? '').localeCompare(b.dueDay ?? '') || byId(a, b);

/** The tickets of her branches, narrowed as she likes; what is most urgent first. */
@Injectable()
export class DeskList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly federations: Federations,
    private readonly rows: DeskRows,
    private readonly clock: Clock,
  ) {}

  async page(person: Person, query: DeskTicketsQuery): Promise<Page<DeskTicketRow>> {
    const db = this.unitOfWork.reader;
    const { limit = pageLimits.default, due } = query;
    const branches = await this.branches(db, person, query.federationId);
    const found = await Promise.all(
      branches.map((branch) =>
        due
          ? this.dueInBranch(db, person, branch, query, limit + 1)
          : this.ofBranch(db, person, branch, query, limit + 1),
      ),
    );

    // Two posts on one path see the same ticket.
    const places = new Map(found.flat().map((place) => [place.ticketId, place]));
    const page = pageOf(
      [...places.values()].sort(due ? byDay : byUrgency).slice(0, limit + 1),
      limit,
      ({ sortKey, dueDay, ticketId }) => [due ? (dueDay ?? '') : sortKey, ticketId],
      ({ ticketId }) => ticketId,
    );
    return { ...page, items: await this.rows.show(db, person.accountId, page.items) };
  }

  /** Those of her posts, or one federation within them. */
  async branches(db: EntityManager, person: Person, below?: string): Promise<DeskBranch[]> {
    if (below === undefined) return deskBranches(person);
    const [federation] = await this.federations.rowsOf(db, [below]);
    return federation ? deskBranchBelow(person, federation.path) : [];
  }

  private async ofBranch(
    db: EntityManager,
    person: Person,
    branch: DeskBranch,
    query: DeskTicketsQuery,
    wanted: number,
  ): Promise<CaseTicketScope[]> {
    const after = decodeAfter(query.after, [0, '']) ?? fromTheStart;
    const found: CaseTicketScope[] = [];
    for (const range of rangesOf(query.risk, branch.withdrawnToo)) {
      const missing = wanted - found.length;
      if (missing === 0) break;
      const rows = ticketsInBranch(db, wantedOf(person, branch, query), range, after, missing);
      found.push(...(await rows.getMany()));
    }
    return found;
  }

  private dueInBranch(
    db: EntityManager,
    person: Person,
    branch: DeskBranch,
    query: DeskTicketsQuery,
    wanted: number,
  ): Promise<CaseTicketScope[]> {
    const after = decodeAfter(query.after, ['', '']) ?? fromTheFirstDay;
    const today = dayOf(this.clock.now());
    const days =
      query.due === 'overdue'
        ? { fromDay: '', toDay: addDays(today, -1) }
        : { fromDay: today, toDay: addDays(today, dueSoonDays - 1) };
    const ranges = rangesOf(query.risk, branch.withdrawnToo);
    const within = { ...days, ranges };
    return ticketsDue(db, wantedOf(person, branch, query), within, after, wanted).getMany();
  }
}

const wantedOf = (
  { accountId }: Person,
  { federationId }: DeskBranch,
  { state, kind, assigned }: DeskTicketsQuery,
): Wanted => ({
  ancestorId: federationId,
  accountId,
  state,
  kind,
  ...(assigned && { assigneeAccountId: assigned === 'me' ? accountId : null }),
});
