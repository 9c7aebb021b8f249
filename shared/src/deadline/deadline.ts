import type { Day } from '../day';

/**
 * The clocks that a case ticket touches. 信访工作条例 (2022) applies to 群团组织 by its art. 2.
 * Days are natural days; the day of the event does not count.
 */
export interface DeadlineRule {
  code: DeadlineRuleCode;
  /** Shown to staff beside the date. */
  article: string;
  what: string;
  startsWhen: 'received' | 'accepted';
  days: number;
  /** How far an approver may extend it once; 0 when the article knows no extension. */
  extendableByDays: number;
}

export const deadlineRuleCodes = ['petition_reply', 'petition_settlement'] as const;
export type DeadlineRuleCode = (typeof deadlineRuleCodes)[number];

export const deadlineRules: Readonly<Record<DeadlineRuleCode, DeadlineRule>> = {
  petition_reply: {
    code: 'petition_reply',
    article: '信访工作条例第二十三条',
    what: '告知是否受理或转往何处',
    startsWhen: 'received',
    days: 15,
    extendableByDays: 0,
  },
  petition_settlement: {
    code: 'petition_settlement',
    article: '信访工作条例第三十四条',
    what: '办结并答复',
    startsWhen: 'accepted',
    days: 60,
    extendableByDays: 30,
  },
};

export const whyNoDeadline = ['name_or_address_unknown'] as const;
export type WhyNoDeadline = (typeof whyNoDeadline)[number];

export const whyNoDeadlineLabels: Record<WhyNoDeadline, string> = {
  name_or_address_unknown:
    '没有留下姓名或住址：第二十三条的 15 日书面告知不计时（“姓名（名称）、住址不清的除外”）。用领取码里的答复告知她。',
};

/** One clock of one ticket: it runs to a day, or says why it does not run. */
export interface Deadline {
  rule: DeadlineRuleCode;
  article: string;
  what: string;
  dueDay: Day | null;
  whyNot: WhyNoDeadline | null;
  /** The day on which it was met; null while it runs. */
  metOn: Day | null;
}
