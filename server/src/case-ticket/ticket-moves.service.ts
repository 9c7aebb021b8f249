import { Injectable } from '@nestjs/common';
import { type CaseTicketState, dayOf, nearestDueDay, riskOf, whyNotMove } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Deadlines } from '../deadline';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket, placeTicket, rescopeTicket } from './case-ticket.repository';
import { endOffer } from './hand-over.repository';
import { nobodyKnown } from './nobody-known';
import { type DeskPlace, placeOf } from './sort-key';

const isDone = (state: CaseTicketState): boolean => state === 'closed' || state === 'withdrawn';

/** Moves a ticket through its states, with its clocks and its place on the desks. */
@Injectable()
export class TicketMoves {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** Refuses what the table of states does not know. */
  async move(tx: EntityManager, ticket: CaseTicket, to: CaseTicketState): Promise<void> {
    const reason = whyNotMove(ticket.state, to);
    if (reason) throw new Refusal(reason);

    await this.moveClocks(tx, ticket, to);

    if (isDone(to)) await endOffer(tx, ticket.id);
    const closedAt = isDone(to) ? toTheMinute(this.clock.now()) : null;
    await changeTicket(tx, ticket, { state: to, closedAt, outcome: null });
    await this.place(tx, ticket);
  }

  async tellDanger(tx: EntityManager, ticket: CaseTicket, inDanger: boolean): Promise<void> {
    const risk = riskOf(ticket.kind, inDanger);
    // What whoever visited her saw does not become ordinary by a tap.
    const isSeen = ticket.visitId !== null && ticket.risk !== 'normal';
    await changeTicket(tx, ticket, { inDanger, risk: isSeen && risk === 'normal' ? 'high' : risk });
    await this.place(tx, ticket);
  }

  /** Puts it where its risk and its nearest day belong, after a clock of it changed. */
  async place(tx: EntityManager, ticket: CaseTicket): Promise<void> {
    await placeTicket(tx, ticket.id, await this.placeOf(tx, ticket));
  }

  /** To the desk that `ancestorIds` ends with, at the place that it has. */
  async rescope(tx: EntityManager, ticket: CaseTicket, ancestorIds: readonly string[]) {
    await rescopeTicket(tx, ticket.id, ancestorIds, await this.placeOf(tx, ticket));
  }

  private async placeOf(tx: EntityManager, ticket: CaseTicket): Promise<DeskPlace> {
    const clocks = (await this.deadlines.of(tx, [ticket.id])).get(ticket.id) ?? [];
    return placeOf(ticket, nearestDueDay(clocks));
  }

  /** Whoever answers without accepting first has accepted: art. 34 runs from then. */
  private async moveClocks(
    tx: EntityManager,
    { id, state }: CaseTicket,
    to: CaseTicketState,
  ): Promise<void> {
    if (to === 'withdrawn') return this.deadlines.rest(tx, id);
    const today = dayOf(this.clock.now());

    if (state === 'closed') await this.reopenClocks(tx, id);
    await this.deadlines.meet(tx, id, 'petition_reply', today);
    await this.deadlines.start(tx, id, 'petition_settlement', today, nobodyKnown);
    if (to !== 'closed') return;
    await this.deadlines.meet(tx, id, 'petition_settlement', today);
    await this.deadlines.rest(tx, id);
  }

  private async reopenClocks(tx: EntityManager, id: string): Promise<void> {
    await this.deadlines.reopen(tx, id, 'petition_settlement');
    await this.deadlines.wake(tx, id);
  }
}
