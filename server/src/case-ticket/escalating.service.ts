import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { escalationsAt, escalationsOf, repointEscalations } from '../deadline';
import { FederationMoves } from '../federation';
import type { CaseTicket } from './case-ticket.entity';
import { CaseTicketScope } from './case-ticket-scope.entity';
import { findTickets } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';

/** What a desk missed lies with the nearest federation above in which the ticket is there for somebody, wherever that is now. */
@Injectable()
export class Escalating implements OnModuleInit {
  constructor(
    private readonly federationMoves: FederationMoves,
    private readonly news: ClockNews,
  ) {}

  onModuleInit(): void {
    this.federationMoves.afterMove(async (tx, { id, left }) => {
      const inBranch = escalationsAt(tx, left).innerJoin(
        CaseTicketScope,
        's',
        's.ticketId = e.subjectId AND s.ancestorId = :branch',
        { branch: id },
      );
      const moved = (await inBranch.getMany()).map(({ subjectId }) => subjectId);
      for (const ticket of await findTickets(tx, [...new Set(moved)]))
        await this.follow(tx, ticket);
    });
  }

  /** After its desk changed, or for whom it is there; what rests with a closed ticket goes along. */
  async follow(tx: EntityManager, ticket: CaseTicket): Promise<void> {
    const rows = await escalationsOf(tx, ticket.id);
    if (rows.length === 0) return;
    const above = await this.news.nearestAbove(tx, ticket, 'case_ticket.triage');
    if (above === undefined) return;
    const { federationId, accountIds } = above;
    await repointEscalations(tx, ticket.id, federationId);
    if (rows.some((row) => row.open && row.federationId !== federationId))
      await this.news.tell(tx, ticket, accountIds, 'deadline_escalated');
  }
}
