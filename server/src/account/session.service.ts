import { createHash, randomBytes } from 'node:crypto';
import { dayOf, type MySession, rfc3339 } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Federations } from '../federation';
import { Clock } from '../platform/clock';
import { isUnavailable } from '../platform/database/faults';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import type { SignedIn } from '../platform/http/request';
import { newId } from '../platform/ids';
import type { Person } from './person';
import type { PostRow } from './post.entity';
import { endOf, lengthFor, seenEveryMs } from './session-ends';
import {
  deleteEnded,
  deleteSessionsOf,
  findSession,
  findUnended,
  insertSession,
  setEnded,
  setSecondFactor,
  setSeen,
} from './session.repository';

const tokenBytes = 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Who only reads is served from a disk that takes no more; her session may end the earlier. */
function unlessUnavailable(fault: unknown): void {
  if (!isUnavailable(fault)) throw fault;
}

type SessionChange = 'started' | 'proved' | 'ended';
type WhenChanged = (
  tx: EntityManager,
  change: SessionChange,
  session: { id: string; accountId: string },
) => Promise<void>;

/** Opaque tokens: whoever shows one is the person, until the session ends. */
@Injectable()
export class Sessions {
  private readonly changed: WhenChanged[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly federations: Federations,
  ) {}

  /** Runs inside the transaction of every start, proof and end. */
  whenChanged(hook: WhenChanged): void {
    this.changed.push(hook);
  }

  /** The token is in this answer and nowhere else. */
  async start(
    tx: EntityManager,
    accountId: string,
    posts: readonly Pick<PostRow, 'kind'>[],
    secondFactorAt: number | null = null,
  ) {
    const token = randomBytes(tokenBytes).toString('base64url');
    const createdAt = this.clock.now();
    const session = {
      id: newId(),
      accountId,
      tokenHash: hashOf(token),
      createdAt,
      lastSeenAt: createdAt,
      expiresAt: createdAt + lengthFor(posts).wholeMs,
      secondFactorAt,
      endedAt: null,
    };
    await insertSession(tx, session);
    await this.tell(tx, 'started', session);
    return { token, expiresAt: session.expiresAt };
  }

  /** Who shows this token now; undefined when nobody does any more. */
  async personOf(token: string): Promise<Person | undefined> {
    const now = this.clock.now();
    const session = await findSession(this.unitOfWork.reader, hashOf(token), dayOf(now));
    if (session === null || endOf(session, session.posts) <= now) return undefined;

    if (now - session.lastSeenAt >= seenEveryMs)
      await this.unitOfWork.run((tx) => setSeen(tx, session.id, now)).catch(unlessUnavailable);

    const { id: sessionId, accountId, secondFactorAt, posts } = session;
    return { accountId, sessionId, secondFactorAt, posts: await this.withPaths(posts) };
  }

  end(person: Person): Promise<void> {
    return this.unitOfWork.run((tx) => this.endIn(tx, person));
  }

  async endIn(tx: EntityManager, { sessionId: id, accountId }: SignedIn): Promise<void> {
    await setEnded(tx, id, this.clock.now());
    await this.tell(tx, 'ended', { id, accountId });
  }

  /** She proved her second factor in it. Refuses with `session_ended` when it ended meanwhile. */
  async prove(tx: EntityManager, { sessionId: id, accountId }: SignedIn): Promise<void> {
    if (!(await setSecondFactor(tx, id, this.clock.now()))) throw new Refusal('session_ended');
    await this.tell(tx, 'proved', { id, accountId });
  }

  /** Those that still serve, newest first. */
  async mine({ accountId, sessionId, posts }: Person): Promise<MySession[]> {
    const now = this.clock.now();
    const rows = await findUnended(this.unitOfWork.reader, accountId, now);
    return rows
      .filter((row) => endOf(row, posts) > now)
      .map(({ id, createdAt, lastSeenAt }) => ({
        id,
        createdAt: rfc3339(createdAt),
        lastUsedDay: dayOf(lastSeenAt),
        isCurrent: id === sessionId,
      }));
  }

  /** One of hers, on whichever phone. Refuses with `session_not_found`. */
  async endOne({ accountId }: Person, sessionId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const hers = await findUnended(tx, accountId, this.clock.now());
      if (!hers.some(({ id }) => id === sessionId)) throw new Refusal('session_not_found');
      await this.endIn(tx, { accountId, sessionId });
    });
  }

  /** Whether she is signed in anywhere. */
  async hasAny(db: EntityManager, accountId: string): Promise<boolean> {
    return (await findUnended(db, accountId, this.clock.now())).length > 0;
  }

  /** All of hers, with every trace but the audit's. */
  async forget(tx: EntityManager, accountId: string): Promise<void> {
    await this.endAll(tx, accountId);
    await deleteSessionsOf(tx, accountId);
  }

  /** On every phone. */
  async endAll(tx: EntityManager, accountId: string): Promise<void> {
    for (const { id: sessionId } of await findUnended(tx, accountId, this.clock.now()))
      await this.endIn(tx, { accountId, sessionId });
  }

  /** What has ended is gone within the hour. */
  purge(): Promise<void> {
    return this.unitOfWork.run((tx) => deleteEnded(tx, this.clock.now()));
  }

  private async withPaths(posts: PostRow[]): Promise<Person['posts']> {
    if (posts.length === 0) return [];
    const ids = posts.map(({ federationId }) => federationId);
    const rows = await this.federations.rowsOf(this.unitOfWork.reader, ids);
    const paths = new Map(rows.map(({ id, path }) => [id, path]));
    return posts.flatMap(({ id, federationId, kind }) => {
      const path = paths.get(federationId);
      return path === undefined ? [] : [{ id, federationId, path, kind }];
    });
  }

  private async tell(
    tx: EntityManager,
    change: SessionChange,
    session: Parameters<WhenChanged>[2],
  ) {
    for (const hook of this.changed) await hook(tx, change, session);
  }
}
