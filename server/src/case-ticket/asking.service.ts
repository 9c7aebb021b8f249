import { Injectable } from '@nestjs/common';
import { type AskedForHelp, type AskForHelp, dayOf, riskOf } from '@niangjia/shared';
import type { EntityManager } from 'typeorm';
import { Deadlines } from '../deadline';
import { Clock, toTheMinute } from '../platform/clock';
import { randomId } from '../platform/ids';
import type { CaseTicket } from './case-ticket.entity';
import { insertTicket } from './case-ticket.repository';
import { ClaimCodes, type NewClaim } from './claim-code.service';
import { nobodyKnown } from './nobody-known';
import { sortKeyOf } from './sort-key';
import { TicketHistory } from './ticket-history.service';
import { TicketKeys } from './ticket-key';
import { type Desk, DeskFinder } from './desk-finder.service';

/** What a request needs before its transaction begins: nobody waits for the slow part. */
interface Prepared {
  claim: NewClaim;
  desk: Desk;
}

@Injectable()
export class Asking {
  constructor(
    private readonly claimCodes: ClaimCodes,
    private readonly desks: DeskFinder,
    private readonly keys: TicketKeys,
    private readonly history: TicketHistory,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async prepare(asked: AskForHelp): Promise<Prepared> {
    const [desk, claim] = await Promise.all([this.desks.find(asked), this.claimCodes.make()]);
    return { claim, desk };
  }

  async receive(
    tx: EntityManager,
    asked: AskForHelp,
    { claim, desk }: Prepared,
  ): Promise<AskedForHelp> {
    const id = randomId();
    const { key, ...wrapped } = this.keys.make(id, claim.key);
    const ticket = this.ticketOf(id, asked, desk.federationId);

    await insertTicket(
      tx,
      { ...ticket, ...wrapped, claimLookup: claim.lookup },
      desk.ancestorIds,
      sortKeyOf(ticket, null),
    );
    await this.history.written(tx, ticket, key, { text: asked.text });
    await this.history.happened(tx, ticket, key, { what: 'received', to: 'received' });
    const today = dayOf(this.clock.now());
    await this.deadlines.start(tx, id, 'petition_reply', today, nobodyKnown);

    return { id, claimCode: claim.digits };
  }

  private ticketOf(id: string, asked: AskForHelp, federationId: string): CaseTicket {
    return {
      id,
      kind: asked.kind,
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
      claimLookup: null,
      claimWrappedKey: null,
    };
  }
}
