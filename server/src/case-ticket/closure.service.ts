import {
  type Closure,
  type ClosureQuery,
  type ClosureTicketsQuery,
  type Day,
  type DeskTicketRow,
  type Page,
  pageLimits,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { closedIn, dueIn, type Period } from './closure.repository';
import { DeskList } from './desk-list.service';
import { DeskRows } from './desk-row.service';

const fromTheStart: [Day, string] = ['', ''];

/** 办结率, counted from the tickets that she may see, and those tickets. */
@Injectable()
export class Closures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: DeskList,
    private readonly rows: DeskRows,
  ) {}

  async closure(person: Person, { fromDay, toDay, federationId }: ClosureQuery): Promise<Closure> {
    const db = this.unitOfWork.reader;
    const period = await this.period(db, person, { fromDay, toDay, federationId });
    const due = await dueIn(db, period).getCount();
    const closed = await closedIn(db, period, true).getCount();
    return { fromDay, toDay, due, closed };
  }

  async tickets(
    person: Person,
    { closed, limit = pageLimits.default, ...query }: ClosureTicketsQuery,
  ): Promise<Page<DeskTicketRow>> {
    const db = this.unitOfWork.reader;
    const period = await this.period(db, person, query);
    const [dueDay, id] = decodeAfter(query.after, ['', '']) ?? fromTheStart;
    const found = await closedIn(db, period, closed)
      .andWhere('d.dueDay >= :dueDay AND (d.dueDay > :dueDay OR d.subjectId > :id)', { dueDay, id })
      .orderBy('d.dueDay')
      .addOrderBy('d.subjectId')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(
      found,
      limit,
      (row) => [row.dueDay ?? '', row.subjectId],
      ({ subjectId }) => subjectId,
    );
    return { ...page, items: await this.rows.show(db, person.accountId, page.items) };
  }

  private async period(
    db: EntityManager,
    person: Person,
    { fromDay, toDay, federationId }: ClosureQuery,
  ): Promise<Period> {
    const branches = await this.list.branches(db, person, federationId);
    return {
      fromDay,
      toDay,
      accountId: person.accountId,
      ancestorIds: branches.map((branch) => branch.federationId),
    };
  }
}
