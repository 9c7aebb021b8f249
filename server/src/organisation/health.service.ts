import {
  daysBetween,
  dayOf,
  healthHints,
  hintText,
  memberKinds,
  type OrganisationHealth,
  type Page,
  pageLimits,
  type PageQuery,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { type FederationRow, Federations } from '../federation';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { DeskFederations } from './desk-federations';
import { WorkSigns } from './work-signs';

/** What to look after in each federation of a branch, in the order of the tree: nobody is compared. */
@Injectable()
export class Health {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly signs: WorkSigns,
    private readonly clock: Clock,
  ) {}

  async list(person: Person, id: string, query: PageQuery): Promise<Page<OrganisationHealth>> {
    const db = this.unitOfWork.reader;
    const { path: branch } = await this.desk.one(db, person, 'organisation.read', id);
    const [afterPath] = decodeAfter(query.after, ['']) ?? [''];
    const limit = query.limit ?? pageLimits.default;
    const rows = await this.federations.within(db, { branch, afterPath, limit });
    const { items, next } = pageOf(
      rows,
      limit,
      ({ path }) => [path],
      (row) => row,
    );
    return { items: await this.of(db, items), next };
  }

  private async of(db: EntityManager, rows: FederationRow[]): Promise<OrganisationHealth[]> {
    const ids = rows.map(({ id }) => id);
    const posts = await this.accounts.postsIn(db, ids, memberKinds);
    const accountIds = [...new Set(posts.map(({ accountId }) => accountId))];
    const [names, links, lastDone] = [
      await this.accounts.namesOf(db, accountIds),
      await this.signs.linksOf(db, accountIds),
      await this.signs.lastDone(db, rows),
    ];
    const today = dayOf(this.clock.now());
    return rows.map(({ id, name, kind, level, createdAt }) => {
      const held = posts.filter((post) => post.federationId === id && post.fromDay <= today);
      const members = [...new Set(held.map(({ accountId }) => accountId))].map((accountId) => ({
        name: names.get(accountId) ?? '',
        links: links.get(accountId) ?? 0,
      }));
      const since = dayOf(Math.max(lastDone.get(id) ?? 0, createdAt));
      const daysQuiet = daysBetween(since, today);
      const hints = healthHints({ kind, level, members, daysQuiet });
      return {
        ...{ federationId: id, federationName: name, kind, level },
        members: members.length,
        hints: hints.map((hint) => ({ kind: hint.kind, text: hintText(hint) })),
      };
    });
  }
}
