import type { Day, PostKind } from '@niangjia/shared';
import {
  And,
  type EntityManager,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  MoreThanOrEqual,
  Not,
} from 'typeorm';
import { FederationRow, inBranches } from '../federation';
import { insertAll } from '../platform/database/insert-all';
import { AccountRow } from './account.entity';
import { PostRow } from './post.entity';

export const batchRows = 500;

export const findAccount = (db: EntityManager, id: string): Promise<AccountRow | null> =>
  db.findOneBy(AccountRow, { id });

export const findAccounts = (db: EntityManager, ids: readonly string[]): Promise<AccountRow[]> =>
  db.findBy(AccountRow, { id: In(ids) });

/**
 * Takes the rows of those who are still there, so that nothing new of theirs and the deletion of their
 * account happen at once; answers how many.
 */
export async function holdAccounts(tx: EntityManager, ids: readonly string[]): Promise<number> {
  const { affected } = await tx.update(
    AccountRow,
    { id: In([...ids]) },
    { createdAt: () => 'created_at' },
  );
  return affected ?? 0;
}

export const setElder = (tx: EntityManager, id: string, elder: boolean) =>
  tx.update(AccountRow, { id }, { elder });

export const findByDemonstration = (db: EntityManager, demonstrationId: string) =>
  db.findOneBy(AccountRow, { demonstrationId });

export const findDemonstrationPeople = (db: EntityManager): Promise<AccountRow[]> =>
  db.find(AccountRow, {
    where: { demonstrationId: Not(IsNull()) },
    order: { demonstrationId: 'ASC' },
  });

/** Either condition alone may hold: no end is set, or it has not come. */
export const activeOn = <Rest extends object>(today: Day, rest: Rest) => [
  { ...rest, fromDay: LessThanOrEqual(today), toDay: IsNull() },
  { ...rest, fromDay: LessThanOrEqual(today), toDay: MoreThanOrEqual(today) },
];

export const findActivePosts = (db: EntityManager, accountIds: readonly string[], today: Day) =>
  db.find(PostRow, {
    where: activeOn(today, { accountId: In(accountIds) }),
    order: { fromDay: 'ASC', id: 'ASC' },
  });

/** Those of the federations in which somebody holds one of these posts that day. */
export async function federationsWithPost(
  db: EntityManager,
  federationIds: readonly string[],
  kinds: readonly PostKind[],
  today: Day,
): Promise<Set<string>> {
  const posts = await db.find(PostRow, {
    select: { federationId: true },
    where: activeOn(today, { federationId: In(federationIds), kind: In(kinds) }),
  });
  return new Set(posts.map(({ federationId }) => federationId));
}

/** Active that day, in a federation of the branches. */
export const findPostsWithin = (
  db: EntityManager,
  kinds: readonly PostKind[],
  branches: readonly string[],
  today: Day,
): Promise<PostRow[]> =>
  db
    .createQueryBuilder(PostRow, 'p')
    .innerJoin(FederationRow, 'f', 'f.id = p.federationId')
    .where(inBranches('f.path', branches))
    .andWhere('p.kind IN (:...kinds)', { kinds })
    .andWhere('p.fromDay <= :today AND (p.toDay IS NULL OR p.toDay >= :today)', { today })
    .orderBy('p.fromDay')
    .addOrderBy('p.id')
    .getMany();

/** Active that day in the federations themselves. */
export const findPostsIn = (
  db: EntityManager,
  kinds: readonly PostKind[],
  federationIds: readonly string[],
  today: Day,
): Promise<PostRow[]> =>
  db.find(PostRow, {
    where: activeOn(today, { federationId: In(federationIds), kind: In(kinds) }),
    order: { fromDay: 'ASC', id: 'ASC' },
  });

export const insertAccounts = (tx: EntityManager, rows: readonly AccountRow[]) =>
  insertAll(tx, AccountRow, rows);

export const insertPosts = (tx: EntityManager, rows: readonly PostRow[]) =>
  insertAll(tx, PostRow, rows);

/** Every post she ever held, first to last. */
export const findPostsOf = (db: EntityManager, accountId: string): Promise<PostRow[]> =>
  db.find(PostRow, { where: { accountId }, order: { fromDay: 'ASC', id: 'ASC' } });

export async function deleteAccount(tx: EntityManager, id: string): Promise<void> {
  await tx.delete(PostRow, { accountId: id });
  await tx.delete(AccountRow, { id });
}

/** Whether it was still to end on the day that was read. */
export async function setLastDay(
  tx: EntityManager,
  { id, toDay: was }: PostRow,
  toDay: Day,
): Promise<boolean> {
  const { affected } = await tx.update(PostRow, { id, toDay: was ?? IsNull() }, { toDay });
  return affected === 1;
}

export const findPost = (db: EntityManager, id: string): Promise<PostRow | null> =>
  db.findOneBy(PostRow, { id });

/** Each once. */
export async function findEndedSince(db: EntityManager, day: Day, today: Day): Promise<string[]> {
  const where = { toDay: And(MoreThanOrEqual(day), LessThan(today)) };
  const posts = await db.find(PostRow, { select: { accountId: true }, where });
  return [...new Set(posts.map(({ accountId }) => accountId))];
}

/** Not over on that day. */
export const findPostsOfFederations = (
  db: EntityManager,
  federationIds: readonly string[],
  kinds: readonly PostKind[],
  today: Day,
): Promise<PostRow[]> => {
  const wanted = { federationId: In(federationIds), kind: In(kinds) };
  return db.find(PostRow, {
    where: [
      { ...wanted, toDay: IsNull() },
      { ...wanted, toDay: MoreThanOrEqual(today) },
    ],
    order: { federationId: 'ASC', fromDay: 'ASC', id: 'ASC' },
  });
};

export const findActivePostsIn = (
  db: EntityManager,
  federationIds: readonly string[],
  kind: PostKind,
  today: Day,
): Promise<PostRow[]> =>
  db.find(PostRow, { where: activeOn(today, { federationId: In(federationIds), kind }) });

export const holdPosts = (tx: EntityManager, federationIds: readonly string[], kind: PostKind) =>
  tx.update(PostRow, { federationId: In(federationIds), kind }, { kind: () => 'kind' });

export interface PostsWanted {
  branch: string;
  kind: PostKind;
  /** Federation by federation in the order of the tree, from there on. */
  after: readonly [path: string, id: string];
  limit: number;
}

/** Active that day in the branch, one more than the limit. */
export async function findPostsOfKind(
  db: EntityManager,
  { branch, kind, after: [path, id], limit }: PostsWanted,
  today: Day,
): Promise<PostRow[]> {
  // The federation of the last page may have none left; each of the others has one at least.
  const federations = await holdingKind(db, { branch, path, kind, today }, limit + 2).getMany();
  const placeOf = new Map(federations.map((federation, place) => [federation.id, place]));
  const posts = await db.find(PostRow, {
    where: activeOn(today, { federationId: In([...placeOf.keys()]), kind }),
  });
  const place = ({ federationId }: PostRow) => placeOf.get(federationId) ?? 0;
  const isAfter = (post: PostRow) => federations[place(post)]?.path !== path || post.id > id;
  return posts
    .filter(isAfter)
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
    .slice(0, limit + 1);
}

/** In the order of the tree: joined and sorted, the database would read every post that there is. */
function holdingKind(
  db: EntityManager,
  { branch, path, kind, today }: { branch: string; path: string; kind: PostKind; today: Day },
  limit: number,
) {
  const query = db
    .createQueryBuilder(FederationRow, 'f')
    .where(inBranches('f.path', [branch]))
    .andWhere('f.path >= :path', { path })
    .orderBy('f.path')
    .limit(limit);
  const held = query
    .subQuery()
    .select('1')
    .from(PostRow, 'p')
    .where('p.federationId = f.id AND p.kind = :kind', { kind })
    .andWhere('p.fromDay <= :today AND (p.toDay IS NULL OR p.toDay >= :today)', { today })
    .limit(1)
    .getQuery();
  return query.andWhere(`${held} = 1`);
}
