import type { Day } from '@niangjia/shared';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { PostRow } from './post.entity';
import { seenEveryMs } from './session-ends';
import { SessionRow } from './session.entity';

export type SessionWithPosts = SessionRow & { posts: PostRow[] };

/** The session and the posts she holds that day, read anew for every request. */
export const findSession = (db: EntityManager, tokenHash: string, today: Day) =>
  db
    .createQueryBuilder(SessionRow, 's')
    .leftJoinAndMapMany(
      's.posts',
      PostRow,
      'p',
      'p.accountId = s.accountId AND p.fromDay <= :today AND (p.toDay IS NULL OR p.toDay >= :today)',
      { today },
    )
    .where('s.tokenHash = :tokenHash', { tokenHash })
    .getOne() as Promise<SessionWithPosts | null>;

export const findUnended = (db: EntityManager, accountId: string, now: number) =>
  db.find(SessionRow, {
    where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(now) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });

export const insertSession = (tx: EntityManager, session: SessionRow) =>
  tx.insert(SessionRow, session);

export const setSeen = (tx: EntityManager, id: string, now: number) =>
  tx.update(
    SessionRow,
    { id, lastSeenAt: LessThanOrEqual(now - seenEveryMs) },
    { lastSeenAt: now },
  );

export const setEnded = (tx: EntityManager, id: string, now: number) =>
  tx.update(SessionRow, { id, endedAt: IsNull() }, { endedAt: now });

export const deleteSessionsOf = (tx: EntityManager, accountId: string) =>
  tx.delete(SessionRow, { accountId });

export const deleteExpired = (tx: EntityManager, now: number) =>
  tx.delete(SessionRow, { expiresAt: LessThanOrEqual(now) });
