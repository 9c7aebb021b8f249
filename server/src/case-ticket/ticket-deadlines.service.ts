import { type Deadline, dayOf } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Deadlines, extensionPeople, waitingExtensions } from '../deadline';
import { Clock } from '../platform/clock';
import type { CaseTicket } from './case-ticket.entity';
import { DeskPeople } from './desk-people.service';
import { approvalWayOf, nobodyApproves, whoDecides } from './who-approves';

/** The clocks of a ticket as one member of the staff sees them, with what she may do. */
@Injectable()
export class TicketDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly people: DeskPeople,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async of(db: EntityManager, { accountId }: Person, ticket: CaseTicket): Promise<Deadline[]> {
    const names = await this.accounts.namesOf(db, await extensionPeople(db, ticket.id));
    const isWaiting = (await waitingExtensions(db, [ticket.id])).length > 0;
    const who = isWaiting ? await this.people.whoApproves(db, ticket) : nobodyApproves;
    const looking = {
      accountId,
      mayApprove: (askedBy: string) => whoDecides(who, askedBy).includes(accountId),
      wayOf: (askedBy: string) => approvalWayOf(who, askedBy),
      today: dayOf(this.clock.now()),
      names,
    };
    return (await this.deadlines.of(db, [ticket.id], looking)).get(ticket.id) ?? [];
  }
}
