import type { Action, ApprovalWay } from '@niangjia/shared';

/** Whom a ticket is there for, at its desk or above. */
export interface WhoApproves {
  heads: readonly string[];
  staff: readonly string[];
}

export const nobodyApproves: WhoApproves = { heads: [], staff: [] };

/** Who decides what she asks: heads other than she; where there is none, colleagues. Never she herself. */
export function whoDecides({ heads, staff }: WhoApproves, askedBy: string): readonly string[] {
  const others = heads.filter((accountId) => accountId !== askedBy);
  return others.length > 0 ? others : staff.filter((accountId) => accountId !== askedBy);
}

export function approvalWayOf(who: WhoApproves, askedBy: string): ApprovalWay {
  if (who.heads.some((accountId) => accountId !== askedBy)) return 'head';
  if (whoDecides(who, askedBy).length > 0) return 'colleague';
  return who.heads.includes(askedBy) ? 'invite' : 'be_joined';
}

/** What those may do who are told of it. */
export const actionOf = (way: ApprovalWay): Action =>
  way === 'head' ? 'case_ticket.supervise' : 'case_ticket.triage';
