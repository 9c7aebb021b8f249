import type { Transitions } from '../state-machine';

export const caseTicketKinds = [
  'domestic_violence',
  'marriage_family',
  'labour_rights',
  'property_land',
  'children',
  'mental_health',
  'hardship',
  'other',
] as const;
export type CaseTicketKind = (typeof caseTicketKinds)[number];

export const caseTicketKindLabels: Record<CaseTicketKind, string> = {
  domestic_violence: '家里有人打骂',
  marriage_family: '婚姻家庭',
  labour_rights: '劳动权益',
  property_land: '财产土地',
  children: '子女',
  mental_health: '心里难受',
  hardship: '生活困难',
  other: '其他',
};

/** The official words, for the desk and its figures. */
export const caseTicketKindOfficialLabels: Record<CaseTicketKind, string> = {
  domestic_violence: '家暴',
  marriage_family: '婚姻家庭',
  labour_rights: '劳动权益',
  property_land: '财产土地',
  children: '子女',
  mental_health: '心理',
  hardship: '生活困难',
  other: '其他',
};

export const caseTicketStates = [
  'received',
  'accepted',
  'answered',
  'closed',
  'withdrawn',
] as const;
export type CaseTicketState = (typeof caseTicketStates)[number];

export const caseTicketStateLabels: Record<CaseTicketState, string> = {
  received: '已收到',
  accepted: '已受理',
  answered: '已答复',
  closed: '已办结',
  withdrawn: '已撤回',
};

/** `answered → accepted`: she added something, so it waits for staff again. `closed → accepted`: reopened.
 * She may withdraw it at any time. */
export const caseTicketTransitions: Transitions<CaseTicketState> = {
  received: ['accepted', 'answered', 'closed', 'withdrawn'],
  accepted: ['answered', 'closed', 'withdrawn'],
  answered: ['accepted', 'closed', 'withdrawn'],
  closed: ['accepted', 'withdrawn'],
  withdrawn: [],
};

/** What staff may ask for by `moves`; answering and withdrawing have their own paths. */
export const deskMoves = ['accepted', 'closed'] as const satisfies readonly CaseTicketState[];
export type DeskMove = (typeof deskMoves)[number];

export const caseTicketRisks = ['danger', 'high', 'normal'] as const;
export type CaseTicketRisk = (typeof caseTicketRisks)[number];

export const caseTicketRiskLabels: Record<CaseTicketRisk, string> = {
  danger: '现在有危险',
  high: '高风险',
  normal: '一般',
};

/** How it came. */
export const caseTicketChannels = [
  'letter',
  'office_visit',
  'phone',
  'online',
  'field_visit',
] as const;
export type CaseTicketChannel = (typeof caseTicketChannels)[number];

export const caseTicketChannelLabels: Record<CaseTicketChannel, string> = {
  letter: '来信',
  office_visit: '来访',
  phone: '来电',
  online: '网上',
  field_visit: '走访',
};

/** With what it was closed. */
export const caseTicketOutcomes = [
  'solved',
  'mediated',
  'advised',
  'referred',
  'redirected',
  'not_wanted',
  'not_reached',
  'duplicate',
  'other',
] as const;
export type CaseTicketOutcome = (typeof caseTicketOutcomes)[number];

export const caseTicketOutcomeLabels: Record<CaseTicketOutcome, string> = {
  solved: '已经解决',
  mediated: '调解成了',
  advised: '已经解答',
  referred: '已转有关单位办理',
  redirected: '不归本会管，已告知去向',
  not_wanted: '她不再要求办',
  not_reached: '联系不上她',
  duplicate: '和另一件重复',
  other: '其他',
};

/** What staff choose from; 不归本会管 has a path of its own, because she is told where to go. */
export const closingOutcomes = caseTicketOutcomes.filter((outcome) => outcome !== 'redirected');

export const deskEventKinds = [
  'received',
  'moved',
  'answered',
  'noted',
  'facts_added',
  'contact_set',
  'danger_told',
  'clock_started',
  'clock_met',
  'extension_asked',
  'extension_approved',
  'extension_declined',
  'assigned',
  'unassigned',
  'redirected',
  'hand_over_offered',
  'hand_over_recalled',
  'hand_over_returned',
  'handed_over',
  'minor_marked',
  'unlock_asked',
  'unlock_approved',
  'unlock_declined',
  'bar_asked',
  'bar_asked_above',
  'bar_unasked',
  'bar_unasked_above',
  'barred_by_her',
  'unbarred_by_her',
  'recused',
  'barred',
  'bar_lifted',
  'referral_sent',
  'referral_moved',
  'mediator_assigned',
  'mediator_ended',
  'mediator_recused',
  'mediator_unwanted',
  'read',
  'opened_by_code',
] as const;
export type DeskEventKind = (typeof deskEventKinds)[number];
