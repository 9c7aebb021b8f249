import { addDays, dayOf } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { FederationMoves } from '../federation';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import { assignedTo, changeTicket, findTicket, takeFrom } from './case-ticket.repository';
import { deskBranches } from './desk-branches';
import { isSeenThrough } from './desk.repository';
import { findOffer } from './hand-over.repository';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { deleteUnlock, unlockedFor } from './unlock.repository';

/** The nights that may be missed before the end of a term is overlooked. */
const nights = 30;

/** For whom a ticket is there. Whoever loses sight of it has it no longer, may not read it, and was told nothing. */
@Injectable()
export class Sights implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly federationMoves: FederationMoves,
    private readonly notifications: Notifications,
    private readonly keys: TicketKeys,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.accounts.whenPostEnds((tx, accountId) => this.lookAgain(tx, accountId));
    this.federationMoves.afterMove((tx, { left }) => this.lookAt(tx, left));
  }

  private async lookAt(tx: EntityManager, federationIds: readonly string[]): Promise<void> {
    for (const federationId of federationIds) {
      const there = await this.accounts.servingIn(tx, 'case_ticket.triage', federationId);
      for (const accountId of there) await this.lookAgain(tx, accountId);
    }
  }

  /** Terms run out without anybody doing anything. Answers of how many people. */
  @Cron('0 30 3 * * *', { timeZone: 'Asia/Shanghai' })
  async look(): Promise<number> {
    const today = dayOf(this.clock.now());
    const since = addDays(today, -nights);
    const gone = await this.accounts.endedSince(this.unitOfWork.reader, since);
    for (const accountId of gone) await this.unitOfWork.run((tx) => this.lookAgain(tx, accountId));
    return gone.length;
  }

  /** Those of them for whom it is there today, or to whose federation it is offered. */
  async seeing(
    db: EntityManager,
    ticketId: string,
    accountIds: readonly string[],
  ): Promise<string[]> {
    const seeing: string[] = [];
    for (const accountId of new Set(accountIds))
      if (await this.isSeenBy(db, ticketId, accountId)) seeing.push(accountId);
    return seeing;
  }

  /** Takes it from those of them who do not see it any more. */
  async leave(tx: EntityManager, ticketId: string, accountIds: readonly string[]): Promise<void> {
    const seeing = await this.seeing(tx, ticketId, accountIds);
    for (const accountId of new Set(accountIds))
      if (!seeing.includes(accountId)) await this.takeAway(tx, ticketId, accountId);
  }

  /** The same of all who serve in these federations. */
  async leaveAt(tx: EntityManager, ticketId: string, federationIds: readonly string[]) {
    for (const federationId of federationIds) {
      const there = await this.accounts.servingIn(tx, 'case_ticket.triage', federationId);
      await this.leave(tx, ticketId, there);
    }
  }

  /** Of a ticket that was taken for an act of its own: that says what happened. */
  async shutOut(tx: EntityManager, ticket: CaseTicket, accountId: string): Promise<void> {
    await this.forget(tx, ticket.id, accountId);
    if (ticket.assigneeAccountId === accountId)
      await changeTicket(tx, ticket, { assigneeAccountId: null });
    await this.moves.place(tx, ticket);
  }

  /** All of tickets that she has, was let read or was told. */
  private async lookAgain(tx: EntityManager, accountId: string): Promise<void> {
    const ids = new Set([
      ...(await assignedTo(tx, accountId)),
      ...(await unlockedFor(tx, accountId)),
      ...(await this.notifications.toldOf(tx, accountId)),
    ]);
    for (const id of ids) if (await findTicket(tx, id)) await this.leave(tx, id, [accountId]);
  }

  private async isSeenBy(db: EntityManager, ticketId: string, accountId: string) {
    const branches = deskBranches({ posts: await this.accounts.postsOf(db, accountId) });
    if (await isSeenThrough(db, ticketId, branches, accountId)) return true;
    const offer = await findOffer(db, ticketId);
    if (!offer || (await barredOf(db, ticketId, [accountId])).size > 0) return false;
    return branches.some(({ federationId }) => federationId === offer.toFederationId);
  }

  private async takeAway(tx: EntityManager, ticketId: string, accountId: string): Promise<void> {
    await this.forget(tx, ticketId, accountId);
    const taken = await takeFrom(tx, ticketId, accountId);
    const ticket = taken ?? (await findTicket(tx, ticketId));
    if (ticket) await this.moves.place(tx, ticket);
    if (!taken) return;
    const what = 'unassigned';
    await this.history.happened(tx, taken, this.keys.ofDesk(taken), { what, aboutId: accountId });
  }

  private async forget(tx: EntityManager, ticketId: string, accountId: string): Promise<void> {
    await deleteUnlock(tx, ticketId, accountId);
    await this.notifications.forgetAbout(tx, accountId, ticketId);
  }
}
