import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { type DeadlineRow, DeadlineWatch, type News } from '../deadline';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { safeError } from '../platform/log';
import type { CaseTicket } from './case-ticket.entity';
import { findTicket, holdTicket } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';
import { HandingOver } from './handing-over.service';
import { TicketMoves } from './ticket-moves.service';

/**
 * Tells staff what is due soon, what is late, and takes what stays late to the federation above. Every few
 * minutes in every server; each piece of news is one unit of work, so that none is told twice or half.
 */
@Injectable()
export class ClockWatch {
  private readonly log = new Logger(ClockWatch.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: DeadlineWatch,
    private readonly news: ClockNews,
    private readonly moves: TicketMoves,
    private readonly handingOver: HandingOver,
  ) {}

  /** Answers how many clocks there was something to tell of. A faulty one does not hold up the others. */
  @Cron('0 */5 * * * *')
  async look(): Promise<number> {
    let told = 0;
    let last: DeadlineRow | undefined;
    for (;;) {
      const rows = await this.watch.next(this.unitOfWork.reader, last);
      for (const row of rows) told += await this.lookAt(row);
      last = rows.at(-1);
      if (!last) return told;
    }
  }

  private async lookAt(row: DeadlineRow): Promise<number> {
    try {
      return await this.unitOfWork.run((tx) => this.tellOf(tx, row));
    } catch (fault) {
      this.log.error(safeError(fault));
      return 0;
    }
  }

  private async tellOf(tx: EntityManager, row: DeadlineRow): Promise<number> {
    const steps = await this.watch.take(tx, row);
    if (steps.includes('counted')) return this.place(tx, row);
    const ticket = steps.length > 0 ? await findTicket(tx, row.subjectId) : null;
    if (!ticket || ticket.state === 'withdrawn') return 0;
    for (const step of steps) await this.tell(tx, ticket, row, step);
    return 1;
  }

  /** The calendar reaches its day by now: it goes where that belongs. There is nothing to tell yet. */
  private async place(tx: EntityManager, { subjectId }: DeadlineRow): Promise<number> {
    const ticket = await holdTicket(tx, subjectId);
    if (ticket) await this.moves.place(tx, ticket);
    return 0;
  }

  private async tell(tx: EntityManager, ticket: CaseTicket, row: DeadlineRow, step: News) {
    if (row.rule === 'petition_objection') return this.handingOver.remindOffered(tx, ticket);
    if (step === 'warned') return this.news.tellDesk(tx, ticket, 'deadline_near');
    if (step === 'overdue') return this.news.tellDesk(tx, ticket, 'deadline_over');
    const above = await this.news.nearestAbove(tx, ticket, 'case_ticket.triage');
    if (above === undefined) return;
    await this.watch.escalate(tx, row, above.federationId);
    await this.news.tell(tx, ticket, above.accountIds, 'deadline_escalated');
  }
}
