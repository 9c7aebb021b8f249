import type { Action, DeskPerson, PostKind, SeeingPerson } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { barredOf, barsOf } from './bar.repository';
import type { CaseTicket } from './case-ticket.entity';
import type { WhoApproves } from './who-approves';

interface Post {
  accountId: string;
  kind: PostKind;
  /** Where she is nearest to the desk. */
  federation: FederationRow;
  /** Her highest post says who is above her. */
  highest: FederationRow;
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
    const bars = new Map((await barsOf(db, ticket.id, ids)).map((bar) => [bar.accountId, bar]));
    const supervised = branchesFor(person, 'case_ticket.supervise');

    return posts.flatMap(({ accountId, kind, federation, highest }) => {
      const isMe = accountId === person.accountId;
      const bar = bars.get(accountId);
      const isBarred = bar !== undefined;
      const isSupervised = supervised.some((branch) => withinBranch(highest.path, branch));
      const mayBar = !isMe && !bar?.byHer && isSupervised;
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

  /** The same as the woman reads it: everybody, and whom it is not there for. */
  async seeing(db: EntityManager, ticket: CaseTicket): Promise<SeeingPerson[]> {
    const posts = await this.postsOf(db, ticket);
    const ids = posts.map(({ accountId }) => accountId);
    const names = await this.accounts.namesOf(db, ids);
    const bars = new Map((await barsOf(db, ticket.id, ids)).map((bar) => [bar.accountId, bar]));
    return posts.map(({ accountId, kind, federation }) => ({
      accountId,
      name: names.get(accountId) ?? '',
      postKind: kind,
      federationName: federation.name,
      isBarred: bars.has(accountId),
      mayChange: bars.get(accountId)?.byHer ?? !bars.has(accountId),
    }));
  }

  /** She holds such a post today and is not barred. */
  async mayHave(db: EntityManager, ticket: CaseTicket, accountId: string): Promise<boolean> {
    const posts = await this.postsOf(db, ticket);
    const isBarred = (await barredOf(db, ticket.id, [accountId])).has(accountId);
    return !isBarred && posts.some((post) => post.accountId === accountId);
  }

  /** At its desk or above it, but for those it is not there for; what was withdrawn is there for heads alone. */
  async whoApproves(db: EntityManager, ticket: CaseTicket): Promise<WhoApproves> {
    const upwards = await this.federations.ancestorsOf(db, ticket.federationId);
    const thereFor = async (action: Action): Promise<string[]> => {
      const serving: string[] = [];
      for (const here of upwards)
        serving.push(...(await this.accounts.servingIn(db, action, here)));
      const barred = await barredOf(db, ticket.id, serving);
      return [...new Set(serving)].filter((accountId) => !barred.has(accountId));
    };
    const heads = await thereFor('case_ticket.supervise');
    const isHidden = ticket.state === 'withdrawn';
    return { heads, staff: isHidden ? [] : await thereFor('case_ticket.triage') };
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
        posts.set(accountId, {
          ...(posts.get(accountId) ?? { accountId, kind, federation }),
          highest: federation,
        });
    }
    return [...posts.values()];
  }
}
