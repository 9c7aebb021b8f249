import type { SessionRow } from './session.entity';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export interface SessionLength {
  /** Without use. */
  idleMs: number;
  /** With any use. */
  wholeMs: number;
}

/** A phone on a staff counter is not the phone of one woman. */
const lengths: Record<'staff' | 'woman', SessionLength> = {
  staff: { idleMs: 30 * minuteMs, wholeMs: 12 * hourMs },
  woman: { idleMs: 30 * dayMs, wholeMs: 90 * dayMs },
};

/** Use is written down no more often, so that a request is not a write. */
export const seenEveryMs = minuteMs;

export const lengthFor = (posts: readonly unknown[]): SessionLength =>
  posts.length > 0 ? lengths.staff : lengths.woman;

/** The moment from which the session no longer serves, by the posts that she holds now. */
export function endOf(session: SessionRow, posts: readonly unknown[]): number {
  // What was ended stays so when the clock goes back.
  if (session.endedAt !== null) return 0;
  const { idleMs, wholeMs } = lengthFor(posts);
  return Math.min(session.expiresAt, session.createdAt + wholeMs, session.lastSeenAt + idleMs);
}
