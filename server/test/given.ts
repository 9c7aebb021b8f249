import type { PostKind } from '@niangjia/shared';
import { Accounts, Sessions } from '../src/account';
import { type FederationRow, Federations, type NewFederation } from '../src/federation';
import { Clock } from '../src/platform/clock';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import type { TestApp } from './app';

/** A town's federation at the top of a tree of its own, unless told otherwise. */
export function aFederation(
  { app }: Pick<TestApp, 'app'>,
  given: Partial<NewFederation> = {},
): Promise<FederationRow> {
  const asked: NewFederation = {
    name: '某镇妇联',
    kind: 'federation',
    sector: 'place',
    level: 'town',
    parent: null,
    establishmentMode: 'alone',
    partners: [],
    ...given,
  };
  return app.get(UnitOfWork).run((tx) => app.get(Federations).establish(tx, asked));
}

export interface GivenPost {
  in: Pick<FederationRow, 'id'>;
  kind: PostKind;
  fromDay?: string;
  toDay?: string;
}

export interface GivenPerson {
  accountId: string;
  postIds: string[];
  token: string;
}

/** What she has proved: both factors just now, the second an hour ago, or the first alone. */
export type Proved = 'both' | 'old' | 'first';
const hourMs = 3_600_000;

const secondFactorAt = (proved: Proved, now: number): number | null =>
  ({ both: now, old: now - hourMs, first: null })[proved];

/** Somebody who is signed in and holds these posts. */
export function aPerson(
  { app }: Pick<TestApp, 'app'>,
  posts: GivenPost[] = [],
  name = '示例·某人',
  proved: Proved = 'both',
): Promise<GivenPerson> {
  const accounts = app.get(Accounts);
  return app.get(UnitOfWork).run(async (tx) => {
    const [accountId = ''] = await accounts.add(tx, [{ name, isInvented: true }]);
    const asked = posts.map(({ in: { id: federationId }, ...post }) => ({
      fromDay: '2026-01-01',
      ...post,
      accountId,
      federationId,
    }));
    const postIds = await accounts.appoint(tx, asked);
    const provedAt = secondFactorAt(proved, app.get(Clock).now());
    const { token } = await app.get(Sessions).start(tx, accountId, posts, provedAt);
    return { accountId, postIds, token };
  });
}
