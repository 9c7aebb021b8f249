import type { Day } from '../day';
import type { ClaimCode, ClaimedTicket } from '../case-ticket/case-ticket';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { RefusalCode } from '../refusal';

export const mediatorSkills = [
  'marriage',
  'parents',
  'children',
  'property',
  'neighbours',
  'labour',
  'law',
  'psychology',
] as const;
export type MediatorSkill = (typeof mediatorSkills)[number];

export const mediatorSkillLabels: Record<MediatorSkill, string> = {
  marriage: '婚姻',
  parents: '赡养老人',
  children: '子女抚养',
  property: '财产土地',
  neighbours: '邻里',
  labour: '劳动',
  law: '懂法律',
  psychology: '懂心理',
};

export const mediatorStates = ['serving', 'paused', 'left'] as const;
export type MediatorState = (typeof mediatorStates)[number];

export const mediatorStateLabels: Record<MediatorState, string> = {
  serving: '在聘',
  paused: '暂停',
  left: '不再担任',
};

export interface NewMediator {
  federationId: string;
  name: string;
  skills: MediatorSkill[];
  fromDay: Day;
  /** The last day of the term. */
  toDay: Day;
}

export interface ChangeMediator extends Omit<NewMediator, 'federationId'> {
  state: MediatorState;
  /** Of what was read; somebody may have changed it since. */
  version: number;
}

export interface Mediator extends NewMediator {
  id: string;
  federationName: string;
  state: MediatorState;
  version: number;
}

/** How somebody's mediating of a ticket ended. The last two are her right (人民调解法 art. 23). */
export const mediationEnds = [
  'finished',
  'recused',
  'another_wanted',
  'refused',
  'danger',
] as const;
export type MediationEnd = (typeof mediationEnds)[number];

export const mediationEndLabels: Record<MediationEnd, string> = {
  finished: '调解结束',
  recused: '调解员回避',
  another_wanted: '她要换一位',
  refused: '她不想调解',
  danger: '她有危险，停止调解',
};

export const recusalKinds = ['related', 'recused'] as const;
export type RecusalKind = (typeof recusalKinds)[number];

export const recusalKindLabels: Record<RecusalKind, string> = {
  related: '和当事人是亲戚或有来往',
  recused: '自己要求回避',
};

export interface Mediation {
  id: string;
  mediatorId: string;
  mediatorName: string;
  assignedAt: string;
  endedAt: string | null;
  ended: MediationEnd | null;
  note: string | null;
}

/** Somebody of the roster of the ticket's desk or of one above. In no order but that of the roster. */
export interface MediatorChoice {
  id: string;
  name: string;
  skills: MediatorSkill[];
  federationName: string;
  /** Why this one cannot be asked; null when she can. */
  whyNot: RefusalCode | null;
}

export interface TicketMediation {
  /** Why nobody can be asked at all. */
  whyNot: RefusalCode | null;
  current: Mediation | null;
  /** Newest first. */
  past: Mediation[];
  choices: MediatorChoice[];
}

export interface AssignMediator {
  mediatorId: string;
  /** Nothing but yes: nobody mediates for whoever did not agree to it. */
  agreed: true;
}

export interface DeclareRecusal {
  mediatorId: string;
  kind: RecusalKind;
  note?: string;
}

export interface EndMediation {
  note?: string;
}

/** What she may say of her mediator with her claim code. */
export const mediationWishes = ['another_wanted', 'refused'] as const;
export type MediationWish = (typeof mediationWishes)[number];

export interface WishOfMediation extends ClaimCode {
  wish: MediationWish;
}

export const mediatorLimits = {
  nameChars: { min: 2, max: 30 },
  skills: { min: 1, max: mediatorSkills.length },
  noteChars: { min: 1, max: 500 },
  /** Offered for one ticket. */
  choices: 100,
} as const;

export const mediationEndpoints = {
  roster: endpoint<{ query: PageQuery; reply: Page<Mediator> }>()('GET', '/desk/mediators'),
  add: endpoint<{ body: NewMediator; reply: Mediator }>()('POST', '/desk/mediators'),
  change: endpoint<{ params: { id: string }; body: ChangeMediator; reply: Mediator }>()(
    'PUT',
    '/desk/mediators/:id',
  ),
  ofTicket: endpoint<{ params: { id: string }; reply: TicketMediation }>()(
    'GET',
    '/desk/case-tickets/:id/mediation',
  ),
  assign: endpoint<{ params: { id: string }; body: AssignMediator; reply: TicketMediation }>()(
    'POST',
    '/desk/case-tickets/:id/mediation',
  ),
  recuse: endpoint<{ params: { id: string }; body: DeclareRecusal; reply: TicketMediation }>()(
    'POST',
    '/desk/case-tickets/:id/mediation/recusals',
  ),
  end: endpoint<{ params: { id: string }; body: EndMediation; reply: TicketMediation }>()(
    'POST',
    '/desk/case-tickets/:id/mediation/end',
  ),
  wish: endpoint<{ body: WishOfMediation; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/mediator',
    { nameless: true },
  ),
};
