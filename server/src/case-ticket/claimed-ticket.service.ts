import { Injectable } from '@nestjs/common';
import {
  type AskBar,
  type ClaimedTicket,
  mayMove,
  caseTicketTransitions,
  rfc3339,
  type SafeContact,
  type TicketMessage,
  whyNotWrite,
} from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit';
import { Federations } from '../federation';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import type { CaseTicketMessage } from './case-ticket-message.entity';
import {
  changeTicket,
  findTicketOfClaim,
  messagesOf,
  takeTicket,
  takeTicketUnless,
} from './case-ticket.repository';
import { type Claim, ClaimCodes } from './claim-code.service';
import { ClockNews } from './clock-news.service';
import { concernsMinor } from './minor';
import { openedByCode } from './opened-by-code';
import { contactOf, sealContact } from './safe-contact';
import { Sights } from './sights.service';
import { TicketHistory } from './ticket-history.service';
import { type TicketKey, TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';

/** A ticket that she opened with her claim code. */
export interface Opened {
  ticketId: string;
  claim: Claim;
}

type InDanger = (tx: EntityManager, ticketId: string) => Promise<void>;
type MediatorOf = (db: EntityManager, ticketId: string) => Promise<string | null>;

export interface Taken {
  ticket: CaseTicket;
  key: TicketKey;
}

/** What a woman does with her claim code. */
@Injectable()
export class ClaimedTickets {
  private mediatorOf: MediatorOf = async () => null;

  private readonly inDanger: InDanger[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claimCodes: ClaimCodes,
    private readonly keys: TicketKeys,
    private readonly moves: TicketMoves,
    private readonly history: TicketHistory,
    private readonly federations: Federations,
    private readonly news: ClockNews,
    private readonly sights: Sights,
    private readonly audit: Audit,
  ) {}

  /** Who mediates is known to what hangs on the ticket: it says so here. */
  whenShown(mediatorOf: MediatorOf): void {
    this.mediatorOf = mediatorOf;
  }

  /** What ends as soon as she says that she is in danger, in that unit of work. */
  whenInDanger(act: InDanger): void {
    this.inDanger.push(act);
  }

  /** Somebody of the staff may have kept a code that she saw: then each opening is in the audit and the timeline. */
  async open(address: string, claimCode: string): Promise<Opened> {
    const { claim, found } = await this.claimCodes.open(address, claimCode, async ({ lookup }) => {
      return (await findTicketOfClaim(this.unitOfWork.reader, lookup)) ?? undefined;
    });
    if (found.codeSeenByStaff)
      await this.unitOfWork.run((tx) => this.audit.record(tx, openedByCode(found.id)));
    return { ticketId: found.id, claim };
  }

  async read({ claim }: Opened, db = this.unitOfWork.reader): Promise<ClaimedTicket> {
    return this.view(db, this.opened(await findTicketOfClaim(db, claim.lookup), claim));
  }

  async addFacts(tx: EntityManager, opened: Opened, text: string): Promise<ClaimedTicket> {
    return this.hear(tx, await this.takeToWrite(tx, opened), text, 'facts_added');
  }

  /** A kept reply may hold what she sealed since, or what a code that staff saw shows no more. */
  async checkStillReads(db: EntityManager, opened: Opened, kept: ClaimedTicket): Promise<void> {
    const { ticket } = await this.unsealed(db, opened);
    const holdsHerWords = kept.messages.some(({ from }) => from === 'her');
    if (isGuarded(ticket) && holdsHerWords) throw new Refusal('case_ticket_wrong_state');
  }

  /** Something she says, here or by an act of what hangs on the ticket: it waits for staff again. */
  async hear(
    tx: EntityManager,
    taken: Taken,
    text: string,
    what: 'facts_added' | 'mediator_unwanted',
  ): Promise<ClaimedTicket> {
    const { ticket, key } = taken;
    const waitsAgain = ticket.state === 'answered';

    if (waitsAgain) await this.moves.move(tx, ticket, 'accepted');
    await this.history.written(tx, ticket, key, { text });
    await this.history.happened(tx, ticket, key, {
      what,
      to: waitsAgain ? 'accepted' : undefined,
    });

    return this.view(tx, taken);
  }

  async answerDanger(tx: EntityManager, opened: Opened, inDanger: boolean) {
    const taken = await this.takeToWrite(tx, opened);
    const { ticket, key } = taken;
    await this.moves.tellDanger(tx, ticket, inDanger);
    await this.history.happened(tx, ticket, key, { what: 'danger_told' });
    if (ticket.risk === 'danger') await this.whenDanger(tx, ticket);
    return this.view(tx, taken);
  }

  private async whenDanger(tx: EntityManager, ticket: CaseTicket): Promise<void> {
    for (const act of this.inDanger) await act(tx, ticket.id);
    await this.news.tellDesk(tx, ticket, 'ticket_waits');
  }

  async setSafeContact(tx: EntityManager, opened: Opened, contact: SafeContact) {
    const taken = await this.takeToWrite(tx, opened);
    const { ticket, key } = taken;
    await changeTicket(tx, ticket, { sealedContact: sealContact(ticket, key, contact) });
    await this.history.happened(tx, ticket, key, { what: 'contact_set' });
    return this.view(tx, taken);
  }

  /** 不要让某某看. When that is the head of the desk herself, those above her read it and not she. */
  async askBar(tx: EntityManager, opened: Opened, { who, isHead }: Omit<AskBar, 'claimCode'>) {
    const taken = await this.takeToWrite(tx, opened);
    const { ticket, key } = taken;
    const what = isHead ? 'bar_asked_above' : 'bar_asked';
    const aboutId = ticket.federationId;
    await this.history.happened(tx, ticket, key, { what, note: who, aboutId });
    if (isHead) await this.news.tellHeadsAbove(tx, ticket, 'ticket_waits');
    else await this.news.tellHeads(tx, ticket, 'case_ticket.supervise', 'ticket_waits');
    return this.view(tx, taken);
  }

  /** A second time it is simply so already: she may not have seen the first answer. */
  async withdraw(tx: EntityManager, opened: Opened): Promise<ClaimedTicket> {
    const { ticketId, claim } = opened;
    const taken = this.opened(await takeTicketUnless(tx, ticketId, 'withdrawn'), claim);
    const { ticket, key } = taken;
    if (ticket.state === 'withdrawn') return this.view(tx, taken);

    await this.moves.move(tx, ticket, 'withdrawn');
    await this.history.happened(tx, ticket, key, { what: 'moved', to: 'withdrawn' });
    const desks = await this.federations.ancestorsOf(tx, ticket.federationId);
    await this.sights.leaveAt(tx, ticket.id, desks);
    return this.view(tx, taken);
  }

  private async take(tx: EntityManager, { ticketId, claim }: Opened): Promise<Taken> {
    return this.opened(await takeTicket(tx, ticketId), claim);
  }

  async takeToWrite(tx: EntityManager, opened: Opened): Promise<Taken> {
    const taken = await this.take(tx, opened);
    const reason = whyNotWrite(taken.ticket.state);
    if (reason) throw new Refusal(reason);
    return taken;
  }

  /** For what she may still do after it was closed, but not once she withdrew it. */
  async takeUnsealed(tx: EntityManager, opened: Opened): Promise<Taken> {
    return notSealed(await this.take(tx, opened));
  }

  async unsealed(db: EntityManager, { claim }: Opened): Promise<Taken> {
    return notSealed(this.opened(await findTicketOfClaim(db, claim.lookup), claim));
  }

  /** Between finding it and taking it, it may have been shredded. */
  private opened(ticket: CaseTicket | null, claim: Claim): Taken {
    const key = ticket ? this.keys.ofClaim(ticket, claim.key) : undefined;
    if (!ticket || !key) throw new Refusal('claim_code_not_found');
    return { ticket, key };
  }

  private async view(db: EntityManager, { ticket, key }: Taken): Promise<ClaimedTicket> {
    const federation = await this.federations.rowOf(db, ticket.federationId);
    const isSealed = ticket.state === 'withdrawn';
    const guarded = isGuarded(ticket);
    const messages = isSealed ? [] : await messagesOf(db, ticket.id);
    return {
      kind: ticket.kind,
      state: ticket.state,
      receivedAt: rfc3339(ticket.receivedAt),
      federationName: federation.name,
      answersWithinHours: federation.answersWithinHours,
      inDanger: ticket.inDanger,
      safeContact: isSealed || guarded ? null : contactOf(ticket, key),
      followUp: ticket.followUp,
      mediator: whyNotWrite(ticket.state) ? null : await this.mediatorOf(db, ticket.id),
      messages: messages
        .filter(({ internal, fromHer }) => !internal && !(guarded && fromHer))
        .map((row) => messageView(row, key)),
      mayAddFacts: whyNotWrite(ticket.state) === undefined,
      mayWithdraw: mayMove(caseTicketTransitions, ticket.state, 'withdrawn'),
    };
  }
}

/** What concerns a minor is not read past the second person: a code that staff saw shows our words alone. */
const isGuarded = (ticket: CaseTicket): boolean =>
  ticket.codeSeenByStaff === true && concernsMinor(ticket);

function notSealed(taken: Taken): Taken {
  if (taken.ticket.state === 'withdrawn') throw new Refusal('case_ticket_sealed');
  return taken;
}

const messageView = (
  { id, fromHer, sealedText, writtenAt }: CaseTicketMessage,
  key: TicketKey,
): TicketMessage => ({
  id,
  from: fromHer ? 'her' : 'federation',
  text: key.open('case_ticket_message.sealed_text', id, sealedText),
  writtenAt: rfc3339(writtenAt),
});
