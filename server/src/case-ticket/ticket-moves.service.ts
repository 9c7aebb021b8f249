import { Injectable } from '@nestjs/common';
import { type CaseTicketState, dayOf, nearestDueDay, riskOf, whyNotMove } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Deadlines, waitingExtensions } from '../deadline';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket, placeTicket, rescopeTicket } from './case-ticket.repository';
import { endOffer } from './hand-over.repository';
import { nobodyKnown } from './nobody-known';
import { type DeskPlace, placeOf } from './sort-key';
import { deleteUnlocksOf, waitingUnlocks } from './unlock.repository';

const isDone = (state: CaseTicketState): boolean => state === 'closed' || state === 'withdrawn';

/** Moves a ticket through its states, with its clocks and its place on the desks. */
@Injectable()
export class TicketMoves {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** Refuses what the table of states does not know. `isAnswered`: she was, and it has not waited for staff since. */
  async move(
    tx: EntityManager,
    ticket: CaseTicket,
    to: CaseTicketState,
    isAnswered = ticket.state === 'answered',
  ): Promise<void> {
    const reason = whyNotMove(ticket.state, to);
    if (reason) throw new Refusal(reason);

    await this.moveClocks(tx, ticket, to, isAnswered);

    if (isDone(to)) await this.endApprovals(tx, ticket);
    const closedAt = isDone(to) ? toTheMinute(this.clock.now()) : null;
    await changeTicket(tx, ticket, { state: to, closedAt, outcome: null });
    await this.place(tx, ticket);
  }

  /** Nobody waits for an answer to an offer, and whoever was let read it asks again when it is opened again. */
  private async endApprovals(tx: EntityManager, { id }: CaseTicket): Promise<void> {
    await this.endOffer(tx, id);
    await deleteUnlocksOf(tx, id);
  }

  /** It was answered, taken back or given up: nobody objects to it any more. The ticket is placed after that. */
  async endOffer(tx: EntityManager, id: string): Promise<void> {
    await endOffer(tx, id);
    await this.deadlines.end(tx, id, 'petition_objection');
  }

  async tellDanger(tx: EntityManager, ticket: CaseTicket, inDanger: boolean): Promise<void> {
    const risk = riskOf(ticket.kind, inDanger);
    // What whoever visited her saw does not become ordinary by a tap.
    const isSeen = ticket.channel === 'field_visit' && ticket.risk !== 'normal';
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
    return placeOf(ticket, nearestDueDay(clocks), await this.waitsSince(tx, ticket));
  }

  /** More days are decided on only while it is open. */
  async waitsSince(tx: EntityManager, { id, state }: CaseTicket): Promise<number | null> {
    const unlocks = await waitingUnlocks(tx, [id]);
    const extensions = isDone(state) ? [] : await waitingExtensions(tx, [id]);
    const since = [...unlocks, ...extensions].map(({ askedAt }) => askedAt);
    return since.length > 0 ? Math.min(...since) : null;
  }

  /**
   * Whoever answers without accepting first has accepted: art. 34 runs from then, not from a closing or a
   * redirection. Closing meets what she was answered to. What staff started outlives it.
   */
  private async moveClocks(
    tx: EntityManager,
    { id, state }: CaseTicket,
    to: CaseTicketState,
    isAnswered: boolean,
  ): Promise<void> {
    if (to === 'withdrawn') return this.deadlines.rest(tx, id);
    const today = dayOf(this.clock.now());

    if (state === 'closed') await this.deadlines.reopen(tx, id, 'petition_settlement');
    if (to !== 'closed')
      await this.deadlines.start(tx, id, 'petition_settlement', today, nobodyKnown);
    if (to !== 'closed' || isAnswered) await this.deadlines.meet(tx, id, 'petition_reply', today);
    if (to === 'closed' && isAnswered)
      await this.deadlines.meet(tx, id, 'petition_settlement', today);
  }
}
