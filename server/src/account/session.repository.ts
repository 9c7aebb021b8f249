import { type Day, dayOf } from '@niangjia/shared';
import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { findRow, findRows } from '../platform/database/rows';
import { activeOn, batchRows } from './account.repository';
import { PostRow } from './post.entity';
import { lengthFor, seenEveryMs, type SessionLength } from './session-ends';
import { SessionRow } from './session.entity';

export type SessionWithPosts = SessionRow & { posts: PostRow[] };

/** The session and the posts she holds that day, read anew for every request. */
export async function findSession(
  db: EntityManager,
  tokenHash: string,
  today: Day,
): Promise<SessionWithPosts | null> {
  const session = await findRow(db, SessionRow, 'token_hash = ?', [tokenHash]);
  if (session === null) return null;
  const held = 'account_id = ? AND from_day <= ? AND (to_day IS NULL OR to_day >= ?)';
  return {
    ...session,
    posts: await findRows(db, PostRow, held, [session.accountId, today, today]),
  };
}

export const findUnended = (db: EntityManager, accountId: string, now: number) =>
  db.find(SessionRow, {
    where: { accountId, endedAt: IsNull(), expiresAt: MoreThan(now) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });

/** Those too that ended a moment ago and are not purged yet, newest first. */
export const findSessionsOf = (db: EntityManager, accountId: string): Promise<SessionRow[]> =>
  db.find(SessionRow, { where: { accountId }, order: { createdAt: 'DESC', id: 'DESC' } });

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

/** Whether it still served. */
export async function setSecondFactor(tx: EntityManager, id: string, now: number) {
  const { affected } = await tx.update(
    SessionRow,
    { id, endedAt: IsNull() },
    { secondFactorAt: now },
  );
  return affected === 1;
}

export const deleteSessionsOf = (tx: EntityManager, accountId: string) =>
  tx.delete(SessionRow, { accountId });

/** Of those who hold a post that day, and of the others, what can serve nobody any more. */
export async function deleteEnded(tx: EntityManager, now: number): Promise<void> {
  const posts = await tx.find(PostRow, {
    select: { accountId: true, kind: true },
    where: activeOn(dayOf(now), {}),
  });
  for (const rule of endedBy(lengthFor([]), now)) await tx.delete(SessionRow, rule);
  for (const [length, accountIds] of byLength(posts))
    for (const rule of endedBy(length, now))
      for (let from = 0; from < accountIds.length; from += batchRows) {
        const accountId = In(accountIds.slice(from, from + batchRows));
        await tx.delete(SessionRow, { accountId, ...rule });
      }
}

/** Who holds a post, by how long her sessions last. */
function byLength(posts: readonly PostRow[]): Map<SessionLength, string[]> {
  const held = new Map<string, PostRow[]>();
  for (const post of posts) put(held, post.accountId, post);
  const accounts = new Map<SessionLength, string[]>();
  for (const [accountId, hers] of held) put(accounts, lengthFor(hers), accountId);
  return accounts;
}

function put<Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void {
  const there = into.get(key);
  if (there) there.push(value);
  else into.set(key, [value]);
}

const endedBy = ({ idleMs, wholeMs }: SessionLength, now: number) => [
  { endedAt: Not(IsNull()) },
  { expiresAt: LessThanOrEqual(now) },
  { createdAt: LessThanOrEqual(now - wholeMs) },
  { lastSeenAt: LessThanOrEqual(now - idleMs) },
];
