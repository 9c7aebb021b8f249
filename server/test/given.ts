import type { PostKind } from '@niangjia/shared';
import { Accounts, Sessions } from '../src/account';
import { type FederationRow, Federations, type NewFederation } from '../src/federation';
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

/** Somebody who is signed in and holds these posts. */
export function aPerson(
  { app }: Pick<TestApp, 'app'>,
  posts: GivenPost[] = [],
  name = '示例·某人',
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
    const { token } = await app.get(Sessions).start(tx, accountId, posts);
    return { accountId, postIds, token };
  });
}
