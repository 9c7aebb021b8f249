import { Injectable } from '@nestjs/common';
import {
  type AskedForHelp,
  type AskForHelp,
  type CaseTicketKind,
  type CaseTicketRisk,
  caseTicketRisks,
  dayOf,
  riskOf,
  type SafeContact,
  type WhoAsks,
  type WriteDownTicket,
} from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Deadlines } from '../deadline';
import { Federations } from '../federation';
import { Clock, toTheMinute } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { randomId } from '../platform/ids';
import type { CaseTicket } from './case-ticket.entity';
import { findTicketOfClaim, insertTicket } from './case-ticket.repository';
import { ClaimCodes, type NewClaim } from './claim-code.service';
import { nobodyKnown } from './nobody-known';
import { sealContact } from './safe-contact';
import { placeOf } from './sort-key';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { TicketMoves } from './ticket-moves.service';
import { DeskFinder } from './desk-finder.service';

/** What a request needs before its transaction begins: nobody waits for the slow part. */
export interface Prepared {
  claim: NewClaim;
  /** The federation it will lie with. */
  deskId: string;
}

/** A need that somebody wrote down for her, and she agreed that it becomes a ticket. */
export interface AskedAtVisit {
  /** Null when the visit itself was kept out of her record. */
  visitId: string | null;
  /** Who visited her. */
  accountId: string;
  kind: CaseTicketKind;
  text: string;
  risk: CaseTicketRisk;
  phone?: string;
  notVillage?: boolean;
}

/** It came by letter, visit or phone, and staff wrote it down. */
type WrittenDown = Omit<WriteDownTicket, 'federationId' | 'receivedDay'> & {
  accountId: string;
  /** Unix milliseconds. */
  receivedAt: number;
};

interface Placing {
  /** Whoever wrote it down for her. */
  accountId?: string;
  contact?: SafeContact;
  isKnown?: boolean;
}

const known: WhoAsks = { nameKnown: true, addressKnown: true };

const worse = (a: CaseTicketRisk, b: CaseTicketRisk): CaseTicketRisk =>
  caseTicketRisks.indexOf(a) < caseTicketRisks.indexOf(b) ? a : b;

@Injectable()
export class Asking {
  constructor(
    private readonly claimCodes: ClaimCodes,
    private readonly desks: DeskFinder,
    private readonly federations: Federations,
    private readonly keys: TicketKeys,
    private readonly history: TicketHistory,
    private readonly deadlines: Deadlines,
    private readonly moves: TicketMoves,
    private readonly clock: Clock,
  ) {}

  async prepare(asked: AskForHelp): Promise<Prepared> {
    const [deskId, claim] = await Promise.all([this.desks.find(asked), this.claimCodes.make()]);
    return { claim, deskId };
  }

  /** The claim code was made on the phone of whoever visits and written down for her there. */
  async prepareAtVisit(
    { federationId, notVillage }: { federationId: string; notVillage?: boolean },
    claimCode: string,
  ): Promise<Prepared> {
    const [deskId, claim] = await Promise.all([
      this.desks.from(federationId, notVillage),
      this.claimCodes.take(claimCode),
    ]);
    return { claim, deskId };
  }

  async receive(
    tx: EntityManager,
    asked: AskForHelp,
    { claim, deskId }: Prepared,
  ): Promise<AskedForHelp> {
    const ticket = this.ticketOf(asked, deskId);
    await this.place(tx, ticket, asked.text, claim);
    return { id: ticket.id, claimCode: claim.digits };
  }

  /** Refuses with `claim_code_taken` before anything is written. Answers the ticket's id. */
  async receiveAtVisit(
    tx: EntityManager,
    { visitId, accountId, phone, ...asked }: AskedAtVisit,
    { claim, deskId }: Prepared,
  ): Promise<string> {
    if (await findTicketOfClaim(tx, claim.lookup)) throw new Refusal('claim_code_taken');
    const ticket = {
      ...this.ticketOf(asked, deskId),
      visitId,
      channel: 'field_visit' as const,
      risk: worse(asked.risk, riskOf(asked.kind, null)),
    };
    const contact = phone ? ({ way: 'call', phone } as const) : undefined;
    await this.place(tx, ticket, asked.text, claim, { accountId, contact });
    return ticket.id;
  }

  /** Answers the ticket's id. Art. 23 runs when her name and address are clear. */
  async receiveWritten(
    tx: EntityManager,
    { channel, receivedAt, inDanger = false, ...asked }: WrittenDown,
    { claim, deskId }: Prepared,
  ): Promise<string> {
    const ticket = {
      ...this.ticketOf(asked, deskId),
      channel,
      receivedAt,
      inDanger: inDanger || null,
      risk: riskOf(asked.kind, inDanger),
    };
    await this.place(tx, ticket, asked.text, claim, asked);
    return ticket.id;
  }

  private async place(
    tx: EntityManager,
    ticket: CaseTicket,
    text: string,
    claim: NewClaim,
    { accountId, contact, isKnown = false }: Placing = {},
  ): Promise<void> {
    const { key, ...wrapped } = this.keys.make(ticket.id, claim.key);
    const sealedContact = contact ? sealContact(ticket, key, contact) : null;

    await insertTicket(
      tx,
      {
        ...ticket,
        ...wrapped,
        sealedContact,
        claimLookup: claim.lookup,
        codeSeenByStaff: accountId !== undefined || null,
      },
      // Read in here, so that a branch that moves meanwhile takes the ticket along.
      await this.federations.ancestorsOf(tx, ticket.federationId),
      placeOf(ticket, null),
    );
    await this.history.written(tx, ticket, key, { text });
    await this.history.happened(tx, ticket, key, { what: 'received', to: 'received', accountId });
    const day = dayOf(ticket.receivedAt);
    await this.deadlines.start(tx, ticket.id, 'petition_reply', day, isKnown ? known : nobodyKnown);
    if (isKnown) await this.moves.place(tx, ticket);
  }

  private ticketOf(
    asked: Pick<AskForHelp, 'kind' | 'notVillage' | 'followUp'>,
    federationId: string,
  ): CaseTicket {
    return {
      id: randomId(),
      kind: asked.kind,
      channel: 'online',
      assigneeAccountId: null,
      markedMinor: null,
      outcome: null,
      state: 'received',
      risk: riskOf(asked.kind, null),
      federationId,
      receivedAt: toTheMinute(this.clock.now()),
      closedAt: null,
      notVillage: asked.notVillage ?? false,
      followUp: asked.followUp ?? false,
      inDanger: null,
      sealedContact: null,
      version: 1,
      wrappedKey: null,
      visitId: null,
      claimLookup: null,
      claimWrappedKey: null,
      codeSeenByStaff: null,
    };
  }
}
