import { type Deadline, dayOf } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { Deadlines, extensionPeople } from '../deadline';
import { Federations, withinBranch } from '../federation';
import { Clock } from '../platform/clock';
import type { CaseTicket } from './case-ticket.entity';

/** The clocks of a ticket as one member of the staff sees them, with what she may do. */
@Injectable()
export class TicketDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async of(db: EntityManager, person: Person, ticket: CaseTicket): Promise<Deadline[]> {
    const { accountId } = person;
    const names = await this.accounts.namesOf(db, await extensionPeople(db, ticket.id));
    const mayApprove = await this.mayApprove(db, person, ticket);
    const today = dayOf(this.clock.now());
    const looking = { accountId, mayApprove, today, names };
    return (await this.deadlines.of(db, [ticket.id], looking)).get(ticket.id) ?? [];
  }

  /** She is the head of its desk, or of one above it. */
  async mayApprove(db: EntityManager, person: Person, { federationId }: CaseTicket) {
    const branches = branchesFor(person, 'deadline.extend');
    if (branches.length === 0) return false;
    const { path } = await this.federations.rowOf(db, federationId);
    return branches.some((branch) => withinBranch(path, branch));
  }
}
