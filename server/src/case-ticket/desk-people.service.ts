import type { DeskPerson, PostKind } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { barredOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';

interface Post {
  accountId: string;
  kind: PostKind;
  federation: FederationRow;
}

/** Who sees a ticket by her post: those who may triage at its desk, or above it. */
@Injectable()
export class DeskPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly federations: Federations,
  ) {}

  /** From the desk upwards, each once. A woman whom it is not there for is shown to those alone who may let her in. */
  async of(db: EntityManager, person: Person, ticket: CaseTicket): Promise<DeskPerson[]> {
    const posts = await this.postsOf(db, ticket);
    const ids = posts.map(({ accountId }) => accountId);
    const names = await this.accounts.namesOf(db, ids);
    const barred = await barredOf(db, ticket.id, ids);
    const supervised = branchesFor(person, 'case_ticket.supervise');

    return posts.flatMap(({ accountId, kind, federation }) => {
      const isMe = accountId === person.accountId;
      const isBarred = barred.has(accountId);
      const mayBar = !isMe && supervised.some((branch) => withinBranch(federation.path, branch));
      if (isBarred && !mayBar) return [];
      return [
        {
          accountId,
          name: names.get(accountId) ?? '',
          postKind: kind,
          federationName: federation.name,
          isMe,
          mayHave: !isBarred,
          mayBar,
          isBarred,
        },
      ];
    });
  }

  /** She holds such a post today and is not barred. */
  async mayHave(db: EntityManager, ticket: CaseTicket, accountId: string): Promise<boolean> {
    const posts = await this.postsOf(db, ticket);
    const isBarred = (await barredOf(db, ticket.id, [accountId])).has(accountId);
    return !isBarred && posts.some((post) => post.accountId === accountId);
  }

  private async postsOf(db: EntityManager, { federationId }: CaseTicket): Promise<Post[]> {
    const upwards = (await this.federations.ancestorsOf(db, federationId)).reverse();
    const federations = await this.federations.rowsOf(db, upwards);
    const posts = new Map<string, Post>();
    for (const id of upwards) {
      const federation = federations.find((row) => row.id === id);
      if (!federation) continue;
      for (const { accountId, kind } of await this.accounts.postsServing(
        db,
        'case_ticket.triage',
        id,
      ))
        if (!posts.has(accountId)) posts.set(accountId, { accountId, kind, federation });
    }
    return [...posts.values()];
  }
}
