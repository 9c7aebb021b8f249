import type { ApprovalWay } from '../case-ticket/desk-view';
import type { Day } from '../day';
import type { DeadlineRuleCode } from './deadline.table';

export type Told = 'nothing' | 'warned' | 'overdue' | 'escalated';
export const toldSteps = [
  'nothing',
  'warned',
  'overdue',
  'escalated',
] as const satisfies readonly Told[];

export const whyNoDeadline = ['name_or_address_unknown', 'calendar_not_covered'] as const;
export type WhyNoDeadline = (typeof whyNoDeadline)[number];

export const whyNoDeadlineLabels: Record<WhyNoDeadline, string> = {
  name_or_address_unknown:
    '没有留下姓名或住址：第二十三条的 15 日书面告知不计时（“姓名（名称）、住址不清的除外”）。用领取码里的答复告知她。',
  calendar_not_covered:
    '未能算出：那一年的放假安排，系统的日历里还没有。日历更新以后会自动算出。在那之前请自己数着。',
};

export const extensionStates = ['asked', 'approved', 'declined'] as const;
export type ExtensionState = (typeof extensionStates)[number];

export const extensionStateLabels: Record<ExtensionState, string> = {
  asked: '申请延长，等批准',
  approved: '已批准延长',
  declined: '没有批准延长',
};

/** Asked by one person, decided by another. The reason stands in the timeline of the ticket. */
export interface Extension {
  state: ExtensionState;
  days: number;
  askedByName: string | null;
  decidedByName: string | null;
  /** On which it would have been due. */
  originalDueDay: Day;
  /** Who decides it; null once it was decided. */
  way: ApprovalWay | null;
}

/** One clock of one ticket: it runs to a day, or says why it does not run. */
export interface Deadline {
  rule: DeadlineRuleCode;
  article: string;
  what: string;
  /** `从 11月22日 起 15 个自然日`; null for a clock that does not run and for one from before that was kept. */
  counted: string | null;
  /** What is not certain about the rule, or what else the article says. */
  note: string | null;
  dueDay: Day | null;
  /** RFC 3339, of a clock that counts hours. */
  dueAt: string | null;
  whyNot: WhyNoDeadline | null;
  /** The day on which it was met; null while it runs. */
  metOn: Day | null;
  /** What staff have been told of it so far. */
  told: Told;
  extension: Extension | null;
  /** Days by which an extension may be asked now; 0 when it may not. */
  extendableByDays: number;
  /** An extension was asked by another person, and she who looks may decide. */
  mayDecide: boolean;
  /** It can be marked as met by hand. */
  mayMeet: boolean;
}
