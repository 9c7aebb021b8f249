import {
  type AssignTicket,
  type DeskPerson,
  type DeskTicket,
  isOpenTicket,
  redirectionForHer,
  type RedirectTicket,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';
import { DeskPeople } from './desk-people.service';
import { DeskViews } from './desk-view.service';
import { Desk } from './desk.service';
import { TicketHistory } from './ticket-history.service';
import { TicketMoves } from './ticket-moves.service';

/** Who at the desk has it, or where else she must go. */
@Injectable()
export class Assigning {
  constructor(
    private readonly desk: Desk,
    private readonly views: DeskViews,
    private readonly people: DeskPeople,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly news: ClockNews,
  ) {}

  async candidates(tx: EntityManager, person: Person, id: string): Promise<DeskPerson[]> {
    const { ticket } = await this.desk.look(tx, person, id, 'look_at_people');
    return this.people.of(tx, person, ticket);
  }

  /** To somebody who sees it by her post, or to nobody again. Who has it no more is told too. */
  async assign(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, accountId: to, reason }: AssignTicket,
  ): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'assign', version);
    const { ticket, key } = taken;
    checkOpen(ticket);
    if (to !== null && !(await this.people.mayHave(tx, ticket, to)))
      throw new Refusal('case_ticket_not_for_her');

    const { accountId } = person;
    const former = ticket.assigneeAccountId;
    const aboutId = to ?? former ?? undefined;
    await changeTicket(tx, ticket, { assigneeAccountId: to });
    await this.moves.place(tx, ticket);
    const what = to === null ? 'unassigned' : 'assigned';
    await this.history.happened(tx, ticket, key, { what, accountId, aboutId, note: reason });
    if (to !== null && to !== accountId) await this.news.tell(tx, ticket, [to], 'ticket_waits');
    if (former !== null && former !== to && former !== accountId)
      await this.news.tell(tx, ticket, [former], 'ticket_given_on');
    return this.views.of(tx, person, taken);
  }

  /** Art. 23: what is not ours is said to be so, with where to go. It is closed with that. */
  async redirect(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, where, reason }: RedirectTicket,
  ): Promise<DeskTicket> {
    const taken = await this.desk.takeToRead(tx, person, id, 'redirect', version);
    const { ticket, key } = taken;
    checkOpen(ticket);
    await this.desk.checkNotOffered(tx, ticket);

    const { accountId } = person;
    const outcome = 'redirected';
    await this.moves.move(tx, ticket, 'closed', true);
    await changeTicket(tx, ticket, { outcome });
    const text = redirectionForHer(where, reason);
    await this.history.written(tx, ticket, key, { text, authorAccountId: accountId });
    await this.history.happened(tx, ticket, key, {
      what: 'redirected',
      accountId,
      to: 'closed',
      outcome,
      note: `${where}。${reason}`,
    });
    return this.views.of(tx, person, taken);
  }
}

/** Nothing of this is done to what is closed or withdrawn. */
export function checkOpen({ state }: CaseTicket): void {
  if (state === 'withdrawn') throw new Refusal('case_ticket_sealed');
  if (!isOpenTicket(state)) throw new Refusal('case_ticket_wrong_state');
}
