import type { PostKind } from '@niangjia/shared';
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

type Held = readonly { kind: PostKind }[];

/** A phone on a staff counter is not the phone of one woman. */
const lengths: Record<'staff' | 'committeeMember' | 'woman', SessionLength> = {
  staff: { idleMs: 30 * minuteMs, wholeMs: 12 * hourMs },
  /** A day in the field on her own phone: what she writes goes up whenever there is a network. Tickets she cannot read. */
  committeeMember: { idleMs: 12 * hourMs, wholeMs: 12 * hourMs },
  woman: { idleMs: 30 * dayMs, wholeMs: 90 * dayMs },
};

/** Use is written down no more often, so that a request is not a write. */
export const seenEveryMs = minuteMs;

export function lengthFor(posts: Held): SessionLength {
  if (posts.length === 0) return lengths.woman;
  const isInTheField = posts.every(({ kind }) => kind === 'committee_member');
  return isInTheField ? lengths.committeeMember : lengths.staff;
}

/** The moment from which the session no longer serves, by the posts that she holds now. */
export function endOf(session: SessionRow, posts: Held): number {
  // What was ended stays so when the clock goes back.
  if (session.endedAt !== null) return 0;
  const { idleMs, wholeMs } = lengthFor(posts);
  return Math.min(session.expiresAt, session.createdAt + wholeMs, session.lastSeenAt + idleMs);
}
