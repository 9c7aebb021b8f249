import {
  type Account,
  type Action,
  addDays,
  type Day,
  dayOf,
  type ElderChoice,
  type PostKind,
} from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FederationCounts, type FederationRow, Federations } from '../federation';
import { Clock } from '../platform/clock';
import { Cipher } from '../platform/crypto/cipher';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { accountName, type AccountRow } from './account.entity';
import {
  batchRows,
  federationsWithPost,
  findAccount,
  findAccounts,
  findActivePosts,
  findActivePostsIn,
  findEndedSince,
  findPost,
  findPostsIn,
  findPostsOfFederations,
  findPostsOfKind,
  findPostsWithin,
  holdAccounts,
  holdPosts,
  insertAccounts,
  insertPosts,
  type PostsWanted,
  setElder,
  setLastDay,
} from './account.repository';
import { countsOfPost, postsCounted, without } from './counted-posts';
import type { Person } from './person';
import type { PostRow } from './post.entity';
import { actionsOf, postKindsFor } from './rights';

export interface NewAccount {
  id?: string;
  name: string;
  isInvented: boolean;
  demonstrationId?: string;
}

export interface NewPost {
  accountId: string;
  federationId: string;
  kind: PostKind;
  fromDay: Day;
  toDay?: Day;
}

type PostEnds = (tx: EntityManager, accountId: string) => Promise<void>;

@Injectable()
export class Accounts implements OnModuleInit {
  private readonly postEnds: PostEnds[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly federations: Federations,
    private readonly counts: FederationCounts,
  ) {}

  /** Of whoever may do less from now on, in the transaction of the end. */
  whenPostEnds(act: PostEnds): void {
    this.postEnds.push(act);
  }

  async postsEnded(tx: EntityManager, accountId: string): Promise<void> {
    for (const act of this.postEnds) await act(tx, accountId);
  }

  onModuleInit(): void {
    this.counts.register(...postsCounted);
  }

  /** Refuses with `session_ended` when she is no longer there. */
  async one(id: string, db: EntityManager): Promise<Account> {
    const row = await findAccount(db, id);
    if (row === null) throw new Refusal('session_ended');
    const [account] = await this.show(db, [row]);
    return account!;
  }

  /**
   * First in every unit of work that writes something of hers: until it ends nobody deletes her account.
   * Refuses with `session_ended` when she is no longer there.
   */
  async holdFor(tx: EntityManager, accountId: string): Promise<void> {
    if ((await holdAccounts(tx, [accountId])) !== 1) throw new Refusal('session_ended');
  }

  /** The same for what is written to many: answers those who are still there, each once. */
  async holdThose(tx: EntityManager, accountIds: readonly string[]): Promise<string[]> {
    const ids = [...new Set(accountIds)].sort();
    const there: string[] = [];
    for (let from = 0; from < ids.length; from += batchRows) {
      const batch = ids.slice(from, from + batchRows);
      await holdAccounts(tx, batch);
      there.push(...(await findAccounts(tx, batch)).map(({ id }) => id));
    }
    return there;
  }

  /** Refuses with `session_ended` when she is no longer there. */
  async elderOf(db: EntityManager, accountId: string): Promise<ElderChoice> {
    const row = await findAccount(db, accountId);
    if (row === null) throw new Refusal('session_ended');
    return { elder: row.elder };
  }

  async chooseElder(tx: EntityManager, accountId: string, elder: boolean): Promise<ElderChoice> {
    await this.holdFor(tx, accountId);
    await setElder(tx, accountId, elder);
    return { elder };
  }

  /** Accounts as the API shows them, each with the posts it holds today. */
  async show(db: EntityManager, rows: readonly AccountRow[]): Promise<Account[]> {
    const posts = await findActivePosts(
      db,
      rows.map(({ id }) => id),
      this.today(),
    );
    const federations = await this.federations.rowsOf(
      db,
      posts.map(({ federationId }) => federationId),
    );
    const byId = new Map(federations.map((federation) => [federation.id, federation]));
    return rows.map((row) => ({
      id: row.id,
      displayName: this.cipher.open(accountName, row.id, row.name),
      isInvented: row.isInvented,
      posts: posts.filter(({ accountId }) => accountId === row.id).flatMap(heldIn(byId)),
    }));
  }

  /** Names by account id, for the desks of colleagues. */
  async namesOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    return this.opened(await findAccounts(db, ids));
  }

  /** The same of sealed names that were read beside something else; each is opened once. */
  opened(rows: readonly Pick<AccountRow, 'id' | 'name'>[]): Map<string, string> {
    const sealed = new Map(rows.map(({ id, name }) => [id, name]));
    return new Map([...sealed].map(([id, name]) => [id, this.cipher.open(accountName, id, name)]));
  }

  /** Answers the ids, in the order given. */
  async add(tx: EntityManager, accounts: readonly NewAccount[]): Promise<string[]> {
    const createdAt = this.clock.now();
    const rows = accounts.map(({ id = newId(), name, isInvented, demonstrationId = null }) => {
      const sealed = this.cipher.seal(accountName, id, name);
      return { id, name: sealed, isInvented, createdAt, demonstrationId, elder: null };
    });
    await insertAccounts(tx, rows);
    return rows.map(({ id }) => id);
  }

  /** Answers the ids, in the order given. */
  async appoint(tx: EntityManager, posts: readonly NewPost[]): Promise<string[]> {
    const rows = posts.map((post) => ({ toDay: null, ...post, id: newId() }));
    const paths = await this.pathsOf(tx, rows);
    await insertPosts(tx, rows);
    await this.counts.change(
      tx,
      rows.flatMap((row) => countsOfPost(row, paths.get(row.federationId) ?? '/')),
    );
    return rows.map(({ id }) => id);
  }

  /** The posts she holds today with their branches, for what she does without a session. */
  async postsOf(db: EntityManager, accountId: string): Promise<Person['posts']> {
    const posts = await findActivePosts(db, [accountId], this.today());
    const paths = await this.pathsOf(db, posts);
    return posts.flatMap(({ id, federationId, kind }) => {
      const path = paths.get(federationId);
      return path === undefined ? [] : [{ id, federationId, path, kind }];
    });
  }

  /** Who may do it today somewhere in the branches, and in which federation. */
  serving(db: EntityManager, action: Action, branches: readonly string[]): Promise<PostRow[]> {
    return findPostsWithin(db, postKindsFor(action), branches, this.today());
  }

  /** The accounts that may do it today in the federation itself, each once. */
  async servingIn(db: EntityManager, action: Action, federationId: string): Promise<string[]> {
    const posts = await this.postsServing(db, action, federationId);
    return [...new Set(posts.map(({ accountId }) => accountId))];
  }

  /** The posts that allow it today in the federation itself. */
  postsServing(db: EntityManager, action: Action, federationId: string): Promise<PostRow[]> {
    return findPostsIn(db, postKindsFor(action), [federationId], this.today());
  }

  /** Who may do it today in each of the federations themselves, by its id. */
  async servingInEach(
    db: EntityManager,
    action: Action,
    federationIds: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const serving = new Map(federationIds.map((id) => [id, new Set<string>()]));
    for (const post of await findPostsIn(db, postKindsFor(action), federationIds, this.today()))
      serving.get(post.federationId)?.add(post.accountId);
    return serving;
  }

  /** She no longer holds it, from this moment on. Answers whether it was there and not over. */
  async endPost(tx: EntityManager, postId: string): Promise<boolean> {
    const post = await findPost(tx, postId);
    const toDay = addDays(this.today(), -1);
    if (!post || (post.toDay !== null && post.toDay <= toDay)) return false;
    const path = (await this.pathsOf(tx, [post])).get(post.federationId) ?? '/';
    if (!(await setLastDay(tx, post, toDay))) return false;
    await this.counts.change(tx, [
      ...without(countsOfPost(post, path)),
      ...countsOfPost({ ...post, toDay }, path),
    ]);
    await this.postsEnded(tx, post.accountId);
    return true;
  }

  /** Whose terms ended on that day or later, but before today; each once. */
  endedSince(db: EntityManager, day: Day): Promise<string[]> {
    return findEndedSince(db, day, this.today());
  }

  /** Null when there is none, or when it is over. */
  async heldPost(db: EntityManager, postId: string): Promise<PostRow | null> {
    const post = await findPost(db, postId);
    return post && (post.toDay === null || post.toDay >= this.today()) ? post : null;
  }

  /** Held today or later in these federations, of any of the kinds. */
  postsIn(db: EntityManager, federationIds: readonly string[], kinds: readonly PostKind[]) {
    return findPostsOfFederations(db, federationIds, kinds, this.today());
  }

  /** Whether somebody heads one of the federations today, besides by that post. */
  async hasHead(
    db: EntityManager,
    federationIds: readonly string[],
    besides = '',
  ): Promise<boolean> {
    const posts = await findActivePostsIn(db, federationIds, 'chair', this.today());
    return posts.some(({ id }) => id !== besides);
  }

  /** Until the unit of work ends nobody else ends any of these posts. */
  async holdPosts(tx: EntityManager, federationIds: readonly string[], kind: PostKind) {
    await holdPosts(tx, federationIds, kind);
  }

  /** Of a branch, by their ids: those behind a number. */
  postsWithin(db: EntityManager, wanted: PostsWanted): Promise<PostRow[]> {
    return findPostsOfKind(db, wanted, this.today());
  }

  /** Those of the federations in which somebody may do it today. */
  federationsServing(
    db: EntityManager,
    action: Action,
    federationIds: readonly string[],
  ): Promise<Set<string>> {
    return federationsWithPost(db, federationIds, postKindsFor(action), this.today());
  }

  private async pathsOf(db: EntityManager, posts: readonly Pick<PostRow, 'federationId'>[]) {
    const ids = new Set(posts.map(({ federationId }) => federationId));
    const federations = await this.federations.rowsOf(db, [...ids]);
    return new Map(federations.map(({ id, path }) => [id, path]));
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

const heldIn = (federations: Map<string, FederationRow>) => (post: PostRow) => {
  const federation = federations.get(post.federationId);
  if (!federation) return [];
  const { id, kind, federationId } = post;
  return [
    {
      id,
      kind,
      federationId,
      federationName: federation.name,
      federationLevel: federation.level,
      actions: actionsOf(kind),
    },
  ];
};
