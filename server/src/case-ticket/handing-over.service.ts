import {
  type DecideHandOver,
  type DeskTicket,
  type OfferHandOver,
  type WhyNotOffer,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Deadlines } from '../deadline';
import { type FederationRow, Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { checkOpen } from './assigning.service';
import { openBarRequests } from './bar-requests';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import { changeTicket, eventsOf, takeTicket } from './case-ticket.repository';
import { ClockNews } from './clock-news.service';
import { deskBranches } from './desk-branches';
import { DeskViews } from './desk-view.service';
import { isSeenThrough } from './desk.repository';
import { Desk } from './desk.service';
import type { HandOverOfferRow } from './hand-over.entity';
import { findOffer, insertOffer } from './hand-over.repository';
import { Escalating } from './escalating.service';
import { Sights } from './sights.service';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { deleteDecidedUnlocks } from './unlock.repository';
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
    private readonly sights: Sights,
    private readonly escalating: Escalating,
    private readonly deadlines: Deadlines,
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
    const whyNot = (await this.whyNotOffer(tx, ticket, [federation])).get(federationId);
    if (whyNot) throw new Refusal(whyNot);

    const { accountId } = person;
    await insertOffer(tx, {
      ticketId: id,
      toFederationId: federationId,
      offeredByAccountId: accountId,
      offeredAt: toTheMinute(this.clock.now()),
    });
    const startedAt = this.clock.now();
    await this.deadlines.begin(tx, { subjectId: id, rule: 'petition_objection', startedAt });
    await this.moves.place(tx, ticket);
    const what = 'hand_over_offered';
    const aboutId = federationId;
    await this.history.happened(tx, ticket, key, { what, accountId, aboutId, note: reason });
    await this.tellOffered(tx, ticket, federationId);
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

    await this.moves.endOffer(tx, id);
    await this.moves.place(tx, ticket);
    await this.sights.leaveAt(tx, id, [offer.toFederationId]);
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

    await this.moves.endOffer(tx, id);
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
    if (!accept) await this.return(tx, ticket, offer);
    return { accepted: accept };
  }

  private async return(tx: EntityManager, ticket: CaseTicket, offer: HandOverOfferRow) {
    await this.moves.place(tx, ticket);
    await this.sights.leaveAt(tx, ticket.id, [offer.toFederationId]);
    await this.news.tell(tx, ticket, [offer.offeredByAccountId], 'ticket_waits');
  }

  /** Those who may answer read how long they may say that it is not theirs; those who asked, that nobody answered. */
  async remindOffered(tx: EntityManager, ticket: CaseTicket): Promise<void> {
    const offer = await findOffer(tx, ticket.id);
    if (!offer) return;
    await this.tellOffered(tx, ticket, offer.toFederationId);
    await this.news.tellDesk(tx, ticket, 'hand_over_unanswered');
  }

  private async tellOffered(tx: EntityManager, ticket: CaseTicket, federationId: string) {
    const serving = (await this.serving(tx, ticket, [federationId])).get(federationId);
    await this.news.tell(tx, ticket, serving ?? [], 'hand_over_offered');
  }

  /** Why it cannot be offered to which of them. 不要让村里知道 holds here too: no village, no unit. */
  async whyNotOffer(
    db: EntityManager,
    ticket: CaseTicket,
    federations: readonly Pick<FederationRow, 'id' | 'level'>[],
  ): Promise<Map<string, WhyNotOffer>> {
    const serving = await this.serving(
      db,
      ticket,
      federations.map(({ id }) => id),
    );
    return new Map(
      federations.flatMap(({ id, level }): [string, WhyNotOffer][] => {
        if (id === ticket.federationId) return [[id, 'hand_over_here_already']];
        if (ticket.notVillage && isNear(level)) return [[id, 'hand_over_not_village']];
        return serving.get(id)?.length ? [] : [[id, 'hand_over_no_desk']];
      }),
    );
  }

  /** Its clocks stay as they are; it is on the new desk, and in sight of all above that, with the same places. */
  private async accept(tx: EntityManager, ticket: CaseTicket, offer: HandOverOfferRow) {
    const federationId = offer.toFederationId;
    const before = await this.federations.ancestorsOf(tx, ticket.federationId);
    await changeTicket(tx, ticket, { federationId, assigneeAccountId: null });
    await deleteDecidedUnlocks(tx, ticket.id);
    await this.moves.rescope(tx, ticket, await this.federations.ancestorsOf(tx, federationId));
    await this.sights.leaveAt(tx, ticket.id, before);
    await this.escalating.follow(tx, ticket);
    await this.tellWhatWaits(tx, ticket);
  }

  /** What nobody decided comes along: approvals to the heads of the desk, whom she named to those above. */
  private async tellWhatWaits(tx: EntityManager, ticket: CaseTicket): Promise<void> {
    if ((await this.moves.waitsSince(tx, ticket)) !== null)
      await this.news.tellHeads(tx, ticket, 'case_ticket.supervise', 'ticket_waits');
    if (openBarRequests(await eventsOf(tx, ticket.id)).length > 0)
      await this.news.tellHeadsAbove(tx, ticket, 'ticket_waits');
  }

  /** For those of the federation that it is offered to. Its colleague was quicker: then she sees it by now. */
  private async takeOffered(tx: EntityManager, person: Person, id: string) {
    const ticket = await takeTicket(tx, id);
    const offer = await findOffer(tx, id);
    const branches = deskBranches(person);
    const desks = branches.map(({ federationId }) => federationId);
    const isBarred = (await barredOf(tx, id, [person.accountId])).has(person.accountId);
    if (ticket && offer && !isBarred && desks.includes(offer.toFederationId))
      return { ticket, offer };
    const isSeen = await isSeenThrough(tx, id, branches, person.accountId);
    const isQuicker = ticket && ticket.state !== 'withdrawn' && !offer && isSeen;
    throw new Refusal(isQuicker ? 'changed_meanwhile' : 'hand_over_not_there');
  }

  private async serving(
    db: EntityManager,
    ticket: CaseTicket,
    federationIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    const each = await this.accounts.servingInEach(db, 'case_ticket.triage', federationIds);
    const there = [...each].map(([id, serving]) => ({ id, serving: [...serving] }));
    const barred = await barredOf(
      db,
      ticket.id,
      there.flatMap(({ serving }) => serving),
    );
    return new Map(there.map(({ id, serving }) => [id, serving.filter((one) => !barred.has(one))]));
  }
}
