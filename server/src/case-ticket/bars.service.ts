import type { BarPerson, DeskTicket, Recuse, Recused } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Person } from '../account';
import { Refusal } from '../platform/http/refusal';
import { deleteBar, insertBar } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import { DeskPeople } from './desk-people.service';
import { DeskViews } from './desk-view.service';
import { Desk } from './desk.service';
import { Escalating } from './escalating.service';
import { Sights } from './sights.service';
import { TicketHistory } from './ticket-history.service';

/** 回避: for a party, or a relative of one, the ticket is not there any more. */
@Injectable()
export class Bars {
  constructor(
    private readonly desk: Desk,
    private readonly views: DeskViews,
    private readonly people: DeskPeople,
    private readonly sights: Sights,
    private readonly escalating: Escalating,
    private readonly history: TicketHistory,
  ) {}

  /** She says it herself. */
  async recuse(
    tx: EntityManager,
    person: Person,
    id: string,
    { reason }: Recuse,
  ): Promise<Recused> {
    const { ticket, key } = await this.desk.take(tx, person, id, 'recuse');
    const { accountId } = person;
    await this.shutOut(tx, ticket, accountId);
    await this.history.happened(tx, ticket, key, { what: 'recused', accountId, note: reason });
    return { recused: true };
  }

  /** Set by the head of the federation she works in, or of one above; nobody sets it for herself here. */
  async bar(
    tx: EntityManager,
    person: Person,
    id: string,
    { accountId: aboutId, reason }: BarPerson,
  ): Promise<DeskTicket> {
    const taken = await this.take(tx, person, id, 'bar', aboutId, false);
    const { ticket, key } = taken;
    await this.shutOut(tx, ticket, aboutId);
    const { accountId } = person;
    await this.history.happened(tx, ticket, key, {
      what: 'barred',
      accountId,
      aboutId,
      note: reason,
    });
    return this.views.of(tx, person, taken);
  }

  async lift(
    tx: EntityManager,
    person: Person,
    id: string,
    { accountId: aboutId, reason }: BarPerson,
  ): Promise<DeskTicket> {
    const taken = await this.take(tx, person, id, 'lift_bar', aboutId, true);
    const { ticket, key } = taken;
    await deleteBar(tx, id, aboutId);
    const what = 'bar_lifted';
    const { accountId } = person;
    await this.history.happened(tx, ticket, key, { what, accountId, aboutId, note: reason });
    return this.views.of(tx, person, taken);
  }

  private async take(
    tx: EntityManager,
    person: Person,
    id: string,
    act: string,
    aboutId: string,
    isBarred: boolean,
  ) {
    const taken = await this.desk.take(tx, person, id, act);
    const people = await this.people.of(tx, person, taken.ticket);
    const about = people.find(({ accountId }) => accountId === aboutId);
    if (!about?.mayBar || about.isBarred !== isBarred) throw new Refusal('case_ticket_not_for_her');
    return taken;
  }

  async shutOut(
    tx: EntityManager,
    ticket: CaseTicket,
    accountId: string,
    byHer = false,
  ): Promise<void> {
    await insertBar(tx, { ticketId: ticket.id, accountId, byHer });
    await this.sights.shutOut(tx, ticket, accountId);
    await this.escalating.follow(tx, ticket);
  }
}
