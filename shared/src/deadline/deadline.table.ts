/** `hour` counts from the minute; the others leave out the day of the event. */
export type CountingUnit = 'day' | 'working_day' | 'month' | 'hour';

export interface Span {
  unit: CountingUnit;
  count: number;
}

/**
 * One clock that a ticket may have. Sources: reference to each statute by its article; days are natural
 * days unless they are said to be working days. 信访工作条例 (2022) applies to 群团组织 by its art. 2.
 */
export interface DeadlineRule {
  /** Shown to staff beside the date. */
  article: string;
  what: string;
  /** What it counts from, in words. */
  from: string;
  /** Null where no law that was read names a number: whoever starts it says the days. */
  span: Span | null;
  startedBy: 'received' | 'accepted' | 'offered' | 'staff';
  /** A duty of ours goes to the federation above when it is missed; of others and of rights we remind. */
  duty: 'ours' | 'others' | 'right';
  /** Days before the last day on which staff are told. */
  warnDays: number;
  /** How far the head of the unit may extend it, once. */
  extendableByDays?: number;
  note?: string;
}

/** Days after the last one on which a missed duty goes to the federation above. Our choice, not from law. */
export const escalateAfterDays = 3;

const days = (count: number): Span => ({ unit: 'day', count });
const months = (count: number): Span => ({ unit: 'month', count });
const hours = (count: number): Span => ({ unit: 'hour', count });

const staff = (rule: Omit<DeadlineRule, 'startedBy'>): DeadlineRule => ({
  ...rule,
  startedBy: 'staff',
});

export const deadlineRuleCodes = [
  'petition_reply',
  'petition_objection',
  'petition_settlement',
  'review_request',
  'review_answer',
  'recheck_request',
  'recheck_answer',
  'protection_order',
  'protection_order_urgent',
  'protection_order_validity',
  'protection_order_review',
  'mediation',
  'court_mediation_assigned',
  'court_mediation_ordinary',
  'court_mediation_simple',
  'mediation_confirmation',
  'labour_mediation',
  'arbitration_request',
  'arbitration_award',
  'legal_aid_decision',
  'legal_aid_assignment',
  'warning_letter_visit',
] as const;
export type DeadlineRuleCode = (typeof deadlineRuleCodes)[number];

export const deadlineRules: Readonly<Record<DeadlineRuleCode, DeadlineRule>> = {
  petition_reply: {
    article: '信访工作条例第二十三条',
    what: '告知是否受理或转往何处',
    from: '收到',
    span: days(15),
    startedBy: 'received',
    duty: 'ours',
    warnDays: 3,
  },
  petition_objection: {
    article: '信访工作条例第二十三条',
    what: '接到的妇联认为不该由它办，退回',
    from: '请它接手',
    span: { unit: 'working_day', count: 5 },
    startedBy: 'offered',
    duty: 'right',
    warnDays: 1,
  },
  petition_settlement: {
    article: '信访工作条例第三十四条',
    what: '办结并答复',
    from: '受理',
    span: days(60),
    startedBy: 'accepted',
    duty: 'ours',
    warnDays: 7,
    extendableByDays: 30,
  },
  review_request: staff({
    article: '信访工作条例第三十五条',
    what: '她可以请求复查',
    from: '她收到处理意见',
    span: days(30),
    duty: 'right',
    warnDays: 7,
  }),
  review_answer: staff({
    article: '信访工作条例第三十五条',
    what: '复查答复',
    from: '收到复查请求',
    span: days(30),
    duty: 'others',
    warnDays: 0,
  }),
  recheck_request: staff({
    article: '信访工作条例第三十六条',
    what: '她可以请求复核',
    from: '她收到复查意见',
    span: days(30),
    duty: 'right',
    warnDays: 7,
  }),
  recheck_answer: staff({
    article: '信访工作条例第三十六条',
    what: '复核答复',
    from: '收到复核请求',
    span: days(30),
    duty: 'others',
    warnDays: 0,
    note: '听证的时间不算在内；有听证的，请重新记一条。',
  }),
  protection_order: staff({
    article: '反家庭暴力法第二十八条',
    what: '法院作出人身安全保护令或驳回',
    from: '法院受理',
    span: hours(72),
    duty: 'others',
    warnDays: 0,
  }),
  protection_order_urgent: staff({
    article: '反家庭暴力法第二十八条',
    what: '情况紧急，法院作出人身安全保护令或驳回',
    from: '法院受理',
    span: hours(24),
    duty: 'others',
    warnDays: 0,
  }),
  protection_order_validity: staff({
    article: '反家庭暴力法第三十条',
    what: '人身安全保护令到期；到期前她可以申请延长',
    from: '保护令作出',
    span: months(6),
    duty: 'right',
    warnDays: 30,
    note: '法律说最长 6 个月。以裁定书上的日期为准。',
  }),
  protection_order_review: staff({
    article: '反家庭暴力法第三十一条',
    what: '对裁定不服，申请复议',
    from: '裁定生效',
    span: days(5),
    duty: 'right',
    warnDays: 2,
    note: '复议期间不停止执行。',
  }),
  mediation: staff({
    article: '人民调解工作若干规定（司法部令第75号）第三十三条',
    what: '人民调解调结',
    from: '受理',
    span: months(1),
    duty: 'others',
    warnDays: 0,
    note: '规定说“一般”在一个月内调结；条文的原文还没有核对。',
  }),
  court_mediation_assigned: staff({
    article: '最高法特邀调解规定第二十七条',
    what: '法院委派调解',
    from: '调解组织收到材料',
    span: days(30),
    duty: 'others',
    warnDays: 0,
    note: '双方同意的，可以延长。',
  }),
  court_mediation_ordinary: staff({
    article: '最高法特邀调解规定第二十七条',
    what: '法院委托调解（普通程序）',
    from: '调解组织收到材料',
    span: days(15),
    duty: 'others',
    warnDays: 0,
    note: '双方同意的，可以延长。',
  }),
  court_mediation_simple: staff({
    article: '最高法特邀调解规定第二十七条',
    what: '法院委托调解（简易程序）',
    from: '调解组织收到材料',
    span: days(7),
    duty: 'others',
    warnDays: 0,
    note: '双方同意的，可以延长。',
  }),
  mediation_confirmation: staff({
    article: '人民调解法第三十三条',
    what: '双方共同申请司法确认',
    from: '调解协议生效',
    span: days(30),
    duty: 'right',
    warnDays: 7,
  }),
  labour_mediation: staff({
    article: '劳动争议调解仲裁法第十四条',
    what: '劳动争议调解；到期没有协议，可以申请仲裁',
    from: '调解组织收到申请',
    span: days(15),
    duty: 'others',
    warnDays: 0,
  }),
  arbitration_request: staff({
    article: '劳动争议调解仲裁法第二十七条',
    what: '申请劳动仲裁',
    from: '知道或应当知道权利被侵害',
    span: months(12),
    duty: 'right',
    warnDays: 30,
  }),
  arbitration_award: staff({
    article: '劳动争议调解仲裁法第四十三条',
    what: '仲裁庭作出裁决',
    from: '仲裁委员会受理',
    span: days(45),
    duty: 'others',
    warnDays: 0,
    note: '案情复杂的，经批准可以再延长，最多 15 日。',
  }),
  legal_aid_decision: staff({
    article: '法律援助法第四十三条',
    what: '决定是否给予法律援助',
    from: '收到申请',
    span: days(7),
    duty: 'others',
    warnDays: 0,
  }),
  legal_aid_assignment: staff({
    article: '法律援助法第四十三条',
    what: '指派法律援助人员',
    from: '决定给予法律援助',
    span: days(3),
    duty: 'others',
    warnDays: 0,
  }),
  warning_letter_visit: staff({
    article: '反家庭暴力法第十七条',
    what: '告诫书以后的查访',
    from: '告诫书送达',
    span: null,
    duty: 'ours',
    warnDays: 2,
    note: '天数还没有核对：法律只说查访，没有写几天。这里的天数是本会自己定的。',
  }),
};
