import { type ClaimedTicket, type MediationWish, wishInHerWords } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClaimedTickets, type Opened } from '../case-ticket';
import { Refusal } from '../platform/http/refusal';
import { findMediatorRows, findOpenMediation } from './mediation.repository';
import { Mediations } from './mediation.service';
import { Roster } from './roster.service';

/** What she sees and says of her mediator with her claim code. */
@Injectable()
export class HerMediation implements OnModuleInit {
  constructor(
    private readonly tickets: ClaimedTickets,
    private readonly mediations: Mediations,
    private readonly roster: Roster,
  ) {}

  onModuleInit(): void {
    this.tickets.whenShown((db, ticketId) => this.mediatorOf(db, ticketId));
    this.tickets.whenInDanger((tx, ticketId) => this.mediations.stop(tx, ticketId));
  }

  open(address: string, claimCode: string): Promise<Opened> {
    return this.tickets.open(address, claimCode);
  }

  /** A second time it is simply so already: she may not have seen the first answer. */
  async say(tx: EntityManager, opened: Opened, wish: MediationWish): Promise<ClaimedTicket> {
    if (!(await findOpenMediation(tx, opened.ticketId))) return this.tickets.read(opened, tx);
    const taken = await this.tickets.takeToWrite(tx, opened);
    const open = await findOpenMediation(tx, opened.ticketId);
    if (!open) throw new Refusal('mediation_none');

    await this.mediations.end(tx, open, wish);
    return this.tickets.hear(tx, taken, wishInHerWords[wish], 'mediator_unwanted');
  }

  private async mediatorOf(db: EntityManager, ticketId: string): Promise<string | null> {
    const open = await findOpenMediation(db, ticketId);
    const [mediator] = open ? await findMediatorRows(db, [open.mediatorId]) : [];
    return mediator ? this.roster.nameOf(mediator) : null;
  }
}
