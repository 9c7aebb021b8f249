import type { AskUnlock, DecideUnlock, DeskTicket } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { randomId } from '../platform/ids';
import { changeTicket } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';
import { DeskPeople } from './desk-people.service';
import { DeskViews } from './desk-view.service';
import { Desk } from './desk.service';
import { concernsMinor } from './minor';
import { TicketHistory } from './ticket-history.service';
import { TicketMoves } from './ticket-moves.service';
import { decideUnlock, findUnlock, replaceUnlock } from './unlock.repository';
import { actionOf, approvalWayOf, whoDecides } from './who-approves';

/** What concerns a minor is read only by whom a second person let read it, for a reason that is kept. */
@Injectable()
export class Minors {
  constructor(
    private readonly desk: Desk,
    private readonly views: DeskViews,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly people: DeskPeople,
    private readonly news: ClockNews,
    private readonly clock: Clock,
  ) {}

  /** From now on it is locked to everybody, to her who says so too. */
  async mark(tx: EntityManager, person: Person, id: string, version: number): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'mark_minor', version);
    const { ticket, key } = taken;
    if (concernsMinor(ticket)) throw new Refusal('case_ticket_wrong_state');

    await changeTicket(tx, ticket, { markedMinor: true });
    const { accountId } = person;
    await this.history.happened(tx, ticket, key, { what: 'minor_marked', accountId });
    return this.views.of(tx, person, taken);
  }

  async ask(
    tx: EntityManager,
    person: Person,
    id: string,
    { reason }: AskUnlock,
  ): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'ask_unlock');
    const { ticket, key } = taken;
    const { accountId } = person;
    if (!taken.isLocked) throw new Refusal('unlock_not_needed');
    const before = await findUnlock(tx, id, accountId);
    if (before?.approved === null) throw new Refusal('unlock_asked_already');

    const unlockId = randomId();
    await replaceUnlock(tx, {
      id: unlockId,
      ticketId: id,
      accountId,
      sealedReason: key.seal('case_ticket_unlock.sealed_reason', unlockId, reason),
      askedAt: toTheMinute(this.clock.now()),
      decidedByAccountId: null,
      approved: null,
    });
    await this.moves.place(tx, ticket);
    const what = 'unlock_asked';
    await this.history.happened(tx, ticket, key, { what, accountId, note: reason });
    const way = approvalWayOf(await this.people.whoApproves(tx, ticket), accountId);
    await this.news.tellHeads(tx, ticket, actionOf(way), 'ticket_waits', accountId);
    return this.views.of(tx, person, taken);
  }

  /** By a head of its desk or above; where there is none but she who asked, by a colleague. Never by herself. */
  async decide(
    tx: EntityManager,
    person: Person,
    id: string,
    { accountId: askedBy, approve }: DecideUnlock,
  ): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'decide_unlock');
    const { ticket, key } = taken;
    const { accountId } = person;
    if (askedBy === accountId) throw new Refusal('unlock_same_person');
    const deciding = whoDecides(await this.people.whoApproves(tx, ticket), askedBy);
    if (!deciding.includes(accountId)) throw new Refusal('case_ticket_not_found');
    if (
      !(await decideUnlock(tx, id, askedBy, { decidedByAccountId: accountId, approved: approve }))
    )
      throw new Refusal('unlock_not_asked');

    await this.moves.place(tx, ticket);
    const what = approve ? 'unlock_approved' : 'unlock_declined';
    await this.history.happened(tx, ticket, key, { what, accountId, aboutId: askedBy });
    await this.news.tell(tx, ticket, [askedBy], 'ticket_waits');
    return this.views.of(tx, person, taken);
  }
}
