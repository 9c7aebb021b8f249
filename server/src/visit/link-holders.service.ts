import {
  dayOf,
  type HandOverLinks,
  type LinkHolder,
  type Page,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, withinBranch } from '../federation';
import { Grids } from '../ledger';
import { Notifications } from '../notification';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, encodeAfter } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import type { LinkRow } from './link.entity';
import { findActiveIn, findHolders, handOverLinks, holdLinks } from './link.repository';
import { toldHandedOver } from './told';

const gone = '已注销的账号';

/** For the staff of a branch: whose list there is to hand over, and handing it over. */
@Injectable()
export class LinkHolders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly federations: Federations,
    private readonly grids: Grids,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
  ) {}

  /** By name: nobody stands before another for anything else. */
  async list(person: Person, query: PageQuery): Promise<Page<LinkHolder>> {
    const { reader } = this.unitOfWork;
    const all = await this.inBranches(reader, branchesFor(person, 'link.hand_over'));
    const [afterId] = decodeAfter(query.after, ['']) ?? [undefined];
    const from = all.findIndex(({ accountId }) => accountId === afterId) + 1;
    const limit = query.limit ?? pageLimits.default;
    const items = all.slice(from, from + limit);
    const isLast = from + limit >= all.length;
    return { items, next: isLast ? null : encodeAfter([items.at(-1)!.accountId]) };
  }

  /** All links that lie in her branch and that the other one may have; her women with an account are told. */
  async handOver(
    tx: EntityManager,
    person: Person,
    { fromAccountId, toAccountId }: HandOverLinks,
    now = this.clock.now(),
  ): Promise<{ handedOver: number }> {
    const branches = branchesFor(person, 'link.hand_over');
    const holders = await this.inBranches(tx, branches);
    const isHolder = (id: string) => holders.some(({ accountId }) => accountId === id);
    if (fromAccountId === toAccountId || !isHolder(fromAccountId) || !isHolder(toAccountId))
      throw new Refusal('link_holder_not_found');
    await this.accounts.holdFor(tx, toAccountId);

    const links = await this.linksFor(tx, { fromAccountId, toAccountId }, branches);
    if (links.length > 0) await this.hand(tx, person, links, { fromAccountId, toAccountId, now });
    return { handedOver: links.length };
  }

  private async hand(
    tx: EntityManager,
    person: Person,
    links: readonly LinkRow[],
    { fromAccountId, toAccountId, now }: HandOverLinks & { now: number },
  ): Promise<void> {
    const handed = { accountId: toAccountId, handedOverOn: dayOf(now) };
    const rows = links.map(({ id: linkId }) => ({
      id: newId(),
      linkId,
      fromAccountId,
      toAccountId,
      handedOverAt: now,
    }));
    await handOverLinks(tx, links, handed, rows);
    await this.grids.give(tx, toAccountId, [...new Set(links.map(({ gridId }) => gridId))]);
    await this.tellWomen(tx, links, toAccountId);
    const { accountId } = person;
    await this.audit.recordAll(
      tx,
      links.map(({ id }) => ({ accountId, act: 'hand_over', subject: { type: 'visit_link', id } })),
    );
  }

  /** Held, so that what comes in of them now stands before or after. */
  private async linksFor(
    tx: EntityManager,
    { fromAccountId, toAccountId }: HandOverLinks,
    branches: readonly string[],
  ): Promise<LinkRow[]> {
    const found = await findActiveIn(tx, fromAccountId, branches);
    const held = new Set(found.map(({ id }) => id));
    await holdLinks(tx, [...held]);
    const posts = await this.accounts.postsOf(tx, toAccountId);
    const reach = branchesFor({ posts }, 'visit.log');
    return (await findActiveIn(tx, fromAccountId, branches)).filter(
      ({ id, federationPath }) =>
        held.has(id) && reach.some((branch) => withinBranch(federationPath, branch)),
    );
  }

  private async tellWomen(
    tx: EntityManager,
    links: readonly LinkRow[],
    toAccountId: string,
  ): Promise<void> {
    const names = await this.accounts.namesOf(tx, [toAccountId]);
    for (const { id, womanAccountId } of links)
      if (womanAccountId !== null)
        await this.notifications.tell(
          tx,
          [womanAccountId],
          toldHandedOver(id, names.get(toAccountId) ?? ''),
        );
  }

  /** Who may visit there today, and who still has links there. */
  private async inBranches(db: EntityManager, branches: readonly string[]): Promise<LinkHolder[]> {
    const posts = await this.accounts.serving(db, 'visit.log', branches);
    const linked = await findHolders(db, branches);
    const hasLinks = new Set(linked.map(({ accountId }) => accountId));
    const isServing = new Set(posts.map(({ accountId }) => accountId));
    const federationOf = new Map(
      [...linked, ...posts].map(({ accountId, federationId }) => [accountId, federationId]),
    );
    const federations = await this.federations.rowsOf(db, [...new Set(federationOf.values())]);
    const federationNames = new Map(federations.map(({ id, name }) => [id, name]));
    const names = await this.accounts.namesOf(db, [...federationOf.keys()]);
    return [...federationOf]
      .map(([accountId, federationId]) => ({
        accountId,
        name: names.get(accountId) ?? gone,
        federationId,
        federationName: federationNames.get(federationId) ?? '',
        hasLinks: hasLinks.has(accountId),
        isServing: isServing.has(accountId),
      }))
      .sort((a, b) => compare(a.name, b.name) || compare(a.accountId, b.accountId));
  }
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
