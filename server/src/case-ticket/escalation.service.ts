import {
  deadlineRules,
  type Escalation,
  type Page,
  pageLimits,
  type PageQuery,
  rfc3339,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { Person } from '../account';
import { type DeadlineEscalationRow, openEscalations } from '../deadline';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { CaseTicketScope } from './case-ticket-scope.entity';
import { deskBranches } from './desk-branches';
import { DeskRows } from './desk-row.service';
import { notBarred } from './desk.repository';

const inOrder = (a: DeadlineEscalationRow, b: DeadlineEscalationRow): number =>
  a.dueDay.localeCompare(b.dueDay) || (a.id < b.id ? -1 : 1);

/** What the desks below missed, for those of the federation it came to. */
@Injectable()
export class Escalations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: DeskRows,
  ) {}

  async page(person: Person, query: PageQuery): Promise<Page<Escalation>> {
    const db = this.unitOfWork.reader;
    const { limit = pageLimits.default } = query;
    const after = decodeAfter(query.after, ['', '']) ?? ['', ''];
    const desks = [...new Set(deskBranches(person).map(({ federationId }) => federationId))];
    const ofDesks = await Promise.all(
      desks.map((desk) =>
        notBarred(
          openEscalations(db, desk, after, limit + 1).innerJoin(
            CaseTicketScope,
            's',
            's.ticketId = e.subjectId AND s.ancestorId = e.federationId',
          ),
          's.ticketId',
          person.accountId,
        ).getMany(),
      ),
    );

    const sorted = ofDesks
      .flat()
      .sort(inOrder)
      .slice(0, limit + 1);
    const page = pageOf(
      sorted,
      limit,
      ({ dueDay, id }) => [dueDay, id],
      (row) => row,
    );
    const tickets = await this.rows.show(
      db,
      person.accountId,
      page.items.map(({ subjectId }) => subjectId),
    );
    const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const items = page.items.flatMap(({ id, rule, subjectId, dueDay, escalatedAt }) => {
      const ticket = byId.get(subjectId);
      const { article, what } = deadlineRules[rule];
      if (!ticket) return [];
      return [{ id, rule, article, what, dueDay, escalatedAt: rfc3339(escalatedAt), ticket }];
    });
    return { ...page, items };
  }
}
