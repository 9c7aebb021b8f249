import type { CaseTicketOutcome, CaseTicketState, DeskEventKind } from './case-ticket-words';

/** What she who looks may do with the ticket now, beside moving and answering. */
export const deskActs = [
  'assign',
  'redirect',
  'hand_over',
  'recall_hand_over',
  'mark_minor',
  'ask_unlock',
  'bar',
] as const;
export type DeskAct = (typeof deskActs)[number];

/** The last thing that happened to it: `林小梅 刚刚受理了`. */
export interface LastMove {
  /** Null when it was she. */
  who: string | null;
  /** It was the one who looks. */
  isMe: boolean;
  what: DeskEventKind;
  to: CaseTicketState | null;
  at: string;
}

/** Offered to another federation, which has not said yes or no. The sender stays responsible. */
export interface OpenHandOver {
  federationName: string;
  offeredByName: string | null;
  offeredAt: string;
}

/** Somebody asks to read what concerns a minor; here for those who may decide. */
export interface UnlockRequest {
  accountId: string;
  name: string | null;
  reason: string;
  askedAt: string;
}

/**
 * Who decides what she asks, to read what concerns a minor or more days: a head other than she; where there
 * is none a colleague; where there is none either, first somebody else needs a post: by her own invitation, or by another's.
 */
export const approvalWays = ['head', 'colleague', 'invite', 'be_joined'] as const;
export type ApprovalWay = (typeof approvalWays)[number];

export interface DeskTicketActs {
  outcome: CaseTicketOutcome | null;
  lastMove: LastMove;
  handOver: OpenHandOver | null;
  concernsMinor: boolean;
  /** She has asked to read it and waits. */
  unlockAsked: boolean;
  /** Null while it is not locked to her. */
  unlockWay: ApprovalWay | null;
  /** Requests of others that she may decide. */
  unlockRequests: UnlockRequest[];
  may: DeskAct[];
}
