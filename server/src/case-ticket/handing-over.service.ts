import {
  type DecideHandOver,
  type DeskTicket,
  type OfferHandOver,
  type RefusalCode,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { type FederationRow, Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { checkOpen } from './assigning.service';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket, takeTicket } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';
import { deskBranches } from './desk-branches';
import { DeskViews } from './desk-view.service';
import { findScopes } from './desk.repository';
import { Desk } from './desk.service';
import type { HandOverOfferRow } from './hand-over.entity';
import { endOffer, findOffer, insertOffer } from './hand-over.repository';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { isNear } from './whose-desk';

/** A ticket goes to another federation when that one says yes; until then its desk stays responsible. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly desk: Desk,
    private readonly views: DeskViews,
    private readonly keys: TicketKeys,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly audit: Audit,
    private readonly news: ClockNews,
    private readonly clock: Clock,
  ) {}

  async offer(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, federationId, reason }: OfferHandOver,
  ): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'offer_hand_over', version);
    const { ticket, key } = taken;
    checkOpen(ticket);
    await this.desk.checkNotOffered(tx, ticket);
    const federation = await this.federations.rowOf(tx, federationId);
    const whyNot = await this.whyNotOffer(tx, ticket, federation);
    if (whyNot) throw new Refusal(whyNot);

    const { accountId } = person;
    await insertOffer(tx, {
      ticketId: id,
      toFederationId: federationId,
      offeredByAccountId: accountId,
      offeredAt: toTheMinute(this.clock.now()),
    });
    const what = 'hand_over_offered';
    const aboutId = federationId;
    await this.history.happened(tx, ticket, key, { what, accountId, aboutId, note: reason });
    await this.news.tell(tx, ticket, await this.serving(tx, ticket, federationId), what);
    return this.views.of(tx, person, taken);
  }

  async recall(
    tx: EntityManager,
    person: Person,
    id: string,
    version: number,
  ): Promise<DeskTicket> {
    const taken = await this.desk.take(tx, person, id, 'recall_hand_over', version);
    const { ticket, key } = taken;
    const offer = await findOffer(tx, id);
    if (!offer) throw new Refusal('hand_over_not_there');

    await endOffer(tx, id);
    await this.history.happened(tx, ticket, key, {
      what: 'hand_over_recalled',
      accountId: person.accountId,
      aboutId: offer.toFederationId,
    });
    return this.views.of(tx, person, taken);
  }

  async decide(
    tx: EntityManager,
    person: Person,
    id: string,
    { version, accept, reason }: DecideHandOver,
  ): Promise<{ accepted: boolean }> {
    if (!accept && !reason)
      throw new Refusal('bad_input', { fields: { reason: '写一下为什么不接，那边好另想办法。' } });
    const { ticket, offer } = await this.takeOffered(tx, person, id);
    if (version !== ticket.version - 1) throw new Refusal('changed_meanwhile');

    await endOffer(tx, id);
    if (accept) await this.accept(tx, ticket, offer);
    const what = accept ? 'handed_over' : 'hand_over_returned';
    const { accountId } = person;
    await this.audit.record(tx, { accountId, act: what, subject: { type: 'case_ticket', id } });
    await this.history.happened(tx, ticket, this.keys.ofDesk(ticket), {
      what,
      accountId,
      aboutId: offer.toFederationId,
      note: reason,
    });
    if (!accept) await this.news.tell(tx, ticket, [offer.offeredByAccountId], 'ticket_waits');
    return { accepted: accept };
  }

  /** Why it cannot be offered to that federation. 不要让村里知道 holds here too: no village, no unit. */
  async whyNotOffer(
    db: EntityManager,
    ticket: CaseTicket,
    { id, level }: Pick<FederationRow, 'id' | 'level'>,
  ): Promise<RefusalCode | undefined> {
    if (ticket.notVillage && isNear(level)) return 'hand_over_not_village';
    if (id === ticket.federationId) return 'hand_over_no_desk';
    return (await this.serving(db, ticket, id)).length === 0 ? 'hand_over_no_desk' : undefined;
  }

  /** Its clocks stay as they are; it is on the new desk, and in sight of all above that, with the same places. */
  private async accept(tx: EntityManager, ticket: CaseTicket, offer: HandOverOfferRow) {
    const federationId = offer.toFederationId;
    await changeTicket(tx, ticket, { federationId, assigneeAccountId: null });
    await this.moves.rescope(tx, ticket, await this.federations.ancestorsOf(tx, federationId));
  }

  /** For those of the federation that it is offered to. Its colleague was quicker: then she sees it by now. */
  private async takeOffered(tx: EntityManager, person: Person, id: string) {
    const ticket = await takeTicket(tx, id);
    const offer = await findOffer(tx, id);
    const desks = deskBranches(person).map(({ federationId }) => federationId);
    const isBarred = (await barredOf(tx, id, [person.accountId])).has(person.accountId);
    if (ticket && offer && !isBarred && desks.includes(offer.toFederationId))
      return { ticket, offer };
    const isSeen = (await findScopes(tx, id, desks, person.accountId)).length > 0;
    const isQuicker = ticket && ticket.state !== 'withdrawn' && !offer && isSeen;
    throw new Refusal(isQuicker ? 'changed_meanwhile' : 'hand_over_not_there');
  }

  private async serving(db: EntityManager, ticket: CaseTicket, federationId: string) {
    const there = await this.accounts.servingIn(db, 'case_ticket.triage', federationId);
    const barred = await barredOf(db, ticket.id, there);
    return there.filter((accountId) => !barred.has(accountId));
  }
}
