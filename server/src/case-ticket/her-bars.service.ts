import type { BarByHer, BarRequest, SeeingPerson, WhoSees } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { type BarAsked, openBarRequests, unasked } from './bar-requests';
import { deleteBar } from './bar.repository';
import { Bars } from './bars.service';
import { eventsOf } from './case-ticket.repository';
import { ClaimedTickets, type Opened, type Taken } from './claimed-ticket.service';
import { ClockNews } from './clock-news.service';
import { DeskPeople } from './desk-people.service';
import { TicketHistory } from './ticket-history.service';

/** 不要让某某看: she reads who can see her ticket, and shuts out whom she does not want, until she takes it back. */
@Injectable()
export class HerBars {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claimed: ClaimedTickets,
    private readonly people: DeskPeople,
    private readonly bars: Bars,
    private readonly history: TicketHistory,
    private readonly news: ClockNews,
  ) {}

  async whoSees(opened: Opened, db = this.unitOfWork.reader): Promise<WhoSees> {
    return this.view(db, await this.claimed.unsealed(db, opened));
  }

  /** At once, without anybody's word: only that somebody is left who can help her. */
  async bar(
    tx: EntityManager,
    opened: Opened,
    { accountId, barred }: Pick<BarByHer, 'accountId' | 'barred'>,
  ): Promise<WhoSees> {
    const before = await this.whoSees(opened, tx);
    if (whoIs(before, accountId)?.isBarred === barred) return before;
    const taken = await this.claimed.takeUnsealed(tx, opened);
    const { ticket, key } = taken;
    const people = await this.people.seeing(tx, ticket);
    checkMayChange(people, accountId, barred);

    if (barred) await this.bars.shutOut(tx, ticket, accountId, true);
    else await deleteBar(tx, ticket.id, accountId);
    const what = barred ? 'barred_by_her' : 'unbarred_by_her';
    await this.history.happened(tx, ticket, key, { what, aboutId: accountId });
    if (barred) await this.news.tellHeads(tx, ticket, 'case_ticket.supervise', 'ticket_waits');
    return this.view(tx, taken);
  }

  /** The head has read it perhaps; whom she barred because of it stays barred until she lifts that. */
  async withdrawRequest(tx: EntityManager, opened: Opened, requestId: string): Promise<WhoSees> {
    const taken = await this.claimed.takeUnsealed(tx, opened);
    const { ticket, key } = taken;
    const asked = (await this.open(tx, taken)).find(({ id }) => id === requestId);
    if (!asked) throw new Refusal('bar_request_not_found');

    const what = unasked[asked.what];
    await this.history.happened(tx, ticket, key, { what, aboutId: requestId });
    return this.view(tx, taken);
  }

  private async view(db: EntityManager, taken: Taken): Promise<WhoSees> {
    const requests = (await this.open(db, taken)).map(({ id, sealedNote }): BarRequest => {
      const who = sealedNote && taken.key.open('case_ticket_event.sealed_note', id, sealedNote);
      return { id, who: who ?? '' };
    });
    return { people: await this.people.seeing(db, taken.ticket), requests };
  }

  private async open(db: EntityManager, { ticket }: Taken): Promise<BarAsked[]> {
    return openBarRequests(await eventsOf(db, ticket.id));
  }
}

const whoIs = ({ people }: Pick<WhoSees, 'people'>, accountId: string): SeeingPerson | undefined =>
  people.find((person) => person.accountId === accountId);

function checkMayChange(people: SeeingPerson[], accountId: string, barred: boolean): void {
  const about = whoIs({ people }, accountId);
  if (!about?.mayChange) throw new Refusal('case_ticket_not_for_her');
  if (about.isBarred === barred) throw new Refusal('changed_meanwhile');
  const left = people.some((person) => person !== about && !person.isBarred);
  if (barred && !left) throw new Refusal('bar_leaves_nobody');
}
