import type { DeadlineRuleCode } from '../deadline/deadline.table';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { DeskTicketRow } from './case-ticket';

export const approvalKinds = ['unlock', 'extension'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalStates = ['asked', 'approved', 'declined'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const approvalStateLabels: Record<ApprovalState, string> = {
  asked: '等着批',
  approved: '批准了',
  declined: '没有批准',
};

export const approvalLists = ['waiting', 'asked_by_me', 'decided_by_me'] as const;
export type ApprovalList = (typeof approvalLists)[number];

export const approvalListLabels: Record<ApprovalList, string> = {
  waiting: '等批的',
  asked_by_me: '我申请的',
  decided_by_me: '我批过的',
};

/** What one asks and another decides: to read what concerns a minor, or more days for a clock. */
export interface Approval {
  kind: ApprovalKind;
  state: ApprovalState;
  /** Of an extension; null of the rest. */
  rule: DeadlineRuleCode | null;
  days: number | null;
  askedByName: string | null;
  isMine: boolean;
  askedAt: string;
  decidedByName: string | null;
  /** Null for whom it is not hers to read. */
  reason: string | null;
  mayDecide: boolean;
}

export interface TicketApprovals {
  ticket: DeskTicketRow;
  approvals: Approval[];
}

/** `waiting` has the longest waiting first and each ticket once; the others the latest first. */
export interface ApprovalsQuery extends PageQuery {
  list: ApprovalList;
}

export const approvalEndpoints = {
  list: endpoint<{ query: ApprovalsQuery; reply: Page<TicketApprovals> }>()(
    'GET',
    '/desk/approvals',
  ),
};
