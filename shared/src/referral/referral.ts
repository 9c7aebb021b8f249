import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';

export const referralRecipients = [
  'court',
  'police',
  'justice',
  'civil_affairs',
  'trade_union',
  'procuratorate',
  'medical',
  'other',
] as const;
export type ReferralRecipient = (typeof referralRecipients)[number];

export const referralRecipientLabels: Record<ReferralRecipient, string> = {
  court: '法院',
  police: '公安',
  justice: '司法',
  civil_affairs: '民政',
  trade_union: '工会',
  procuratorate: '检察',
  medical: '医疗',
  other: '其他',
};

/** What may be handed on. Only what is chosen leaves, in the words that stand on the slip. */
export const handedOnFields = [
  'name',
  'phone',
  'address',
  'id_number',
  'kind',
  'her_words',
  'danger',
  'children',
  'done_so_far',
  'other',
] as const;
export type HandedOnField = (typeof handedOnFields)[number];

export const handedOnFieldLabels: Record<HandedOnField, string> = {
  name: '姓名或称呼',
  phone: '联系电话',
  address: '住址',
  id_number: '身份证号',
  kind: '求助类别',
  her_words: '她说的情况',
  danger: '有没有危险',
  children: '孩子的情况',
  done_so_far: '已经做了什么',
  other: '其他',
};

export interface HandedOn {
  what: HandedOnField;
  text: string;
}

/** Why it may be handed to this one recipient. Only the first needs no reason. */
export const referralGrounds = ['consent', 'legal_duty', 'emergency'] as const;
export type ReferralGround = (typeof referralGrounds)[number];

export const referralGroundLabels: Record<ReferralGround, string> = {
  consent: '她单独同意',
  legal_duty: '法定职责，可以不经同意',
  emergency: '紧急救人，可以不经同意',
};

export const referralGroundArticles: Record<ReferralGround, string> = {
  consent: '个人信息保护法第二十三条',
  legal_duty: '个人信息保护法第十三条第一款第三项',
  emergency: '个人信息保护法第十三条第一款第四项',
};

export const agreedWays = ['in_person', 'by_phone', 'in_writing', 'by_claim'] as const;
export type AgreedWay = (typeof agreedWays)[number];

export const agreedWayLabels: Record<AgreedWay, string> = {
  in_person: '当面说的',
  by_phone: '电话里说的',
  in_writing: '签了字的',
  by_claim: '在求助里写的',
};

export const referralStates = ['sent', 'received', 'answered', 'returned'] as const;
export type ReferralState = (typeof referralStates)[number];

export const referralStateLabels: Record<ReferralState, string> = {
  sent: '已转出',
  received: '对方已收到',
  answered: '对方已答复',
  returned: '对方已退回',
};

export const referralTransitions: Transitions<ReferralState> = {
  sent: ['received', 'answered', 'returned'],
  received: ['answered', 'returned'],
  answered: [],
  returned: [],
};

export type ReferralMove = Exclude<ReferralState, 'sent'>;
export const referralMoves = [
  'received',
  'answered',
  'returned',
] as const satisfies readonly ReferralMove[];

export interface ReferralConsent {
  ground: ReferralGround;
  /** When and how she agreed; for her consent alone. */
  agreedAt?: string;
  agreedHow?: AgreedWay;
  /** Why it goes without her consent; for the exceptions. */
  reason?: string;
}

export interface SendReferral {
  recipient: ReferralRecipient;
  recipientName: string;
  purpose: string;
  handedOn: HandedOn[];
  consent: ReferralConsent;
  /** Unanswered after so many days it is listed. */
  answerDays: number;
}

export interface MoveReferral {
  to: ReferralMove;
  /** What they answered, or why they sent it back. */
  note?: string;
}

export interface ReferralRow {
  id: string;
  ticketId: string;
  recipient: ReferralRecipient;
  /** Null once the words of the ticket are gone. */
  recipientName: string | null;
  state: ReferralState;
  sentAt: string;
  /** By which an answer is expected. */
  dueDay: Day;
}

export interface Referral extends ReferralRow {
  /** `2026-7F3K2M`, to be quoted on the phone. */
  number: string;
  /** Which sent it. */
  federationName: string;
  /** Which has its ticket now, and so follows it. */
  deskName: string;
  sentBy: string | null;
  /** All but this null once the words of the ticket are gone. */
  purpose: string | null;
  handedOn: HandedOn[];
  consent: ReferralConsent;
  article: string;
  answerDays: number;
  receivedAt: string | null;
  settledAt: string | null;
  outcome: string | null;
  mayMoveTo: ReferralMove[];
}

export interface TicketReferrals {
  /** Newest first. */
  referrals: ReferralRow[];
}

export const referralLimits = {
  nameChars: { min: 2, max: 60 },
  purposeChars: { min: 2, max: 500 },
  handedOnChars: { min: 1, max: 1000 },
  handedOn: { min: 1, max: handedOnFields.length },
  reasonChars: { min: 2, max: 500 },
  noteChars: { min: 1, max: 1000 },
  answerDays: { min: 1, max: 90 },
  usualAnswerDays: 15,
  ofOneTicket: 30,
} as const;

export const referralEndpoints = {
  ofTicket: endpoint<{ params: { id: string }; reply: TicketReferrals }>()(
    'GET',
    '/desk/case-tickets/:id/referrals',
  ),
  send: endpoint<{ params: { id: string }; body: SendReferral; reply: Referral }>()(
    'POST',
    '/desk/case-tickets/:id/referrals',
  ),
  unanswered: endpoint<{ query: PageQuery; reply: Page<ReferralRow> }>()('GET', '/desk/referrals'),
  one: endpoint<{ params: { id: string }; reply: Referral }>()('GET', '/desk/referrals/:id'),
  move: endpoint<{ params: { id: string }; body: MoveReferral; reply: Referral }>()(
    'POST',
    '/desk/referrals/:id/moves',
  ),
  /** The slip on paper, as PDF. */
  slip: endpoint<{ params: { id: string }; reply: Uint8Array }>()(
    'GET',
    '/desk/referrals/:id/slip',
  ),
};
