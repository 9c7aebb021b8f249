import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';

export const linkStates = ['active', 'ended'] as const;
export type LinkState = (typeof linkStates)[number];

export const linkStateLabels: Record<LinkState, string> = { active: '联系中', ended: '已结束' };

export const linkTransitions: Transitions<LinkState> = { active: ['ended'], ended: [] };

export const linkEnders = ['woman', 'committee_member', 'federation'] as const;
export type LinkEnder = (typeof linkEnders)[number];

/** How she said yes to being on the list of an 执委. */
export const consentWays = ['spoken', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

export const consentWayLabels: Record<ConsentWay, string> = {
  spoken: '当面口头同意',
  written: '签了字',
};

/** A woman on the list of an 执委 (联系户), as her phone keeps it. */
export interface LinkedWoman {
  /** Of the link. Made on the phone. */
  id: string;
  ledgerEntryId: string;
  gridId: string;
  householdId: string | null;
  name: string;
  phone: string | null;
  address: string | null;
  linkedOn: Day;
  /** Null while nobody visited her. */
  lastVisitDay: Day | null;
  /** Promised at a visit and not yet kept; null otherwise. */
  followUpDay: Day | null;
  /** The day on which another 执委 handed her over and nobody visited since; null otherwise. */
  handedOverOn: Day | null;
}

/** What a woman sees of a link that stands in her name. */
export interface LinkOfHers {
  id: string;
  federationName: string;
  committeeMemberName: string;
  linkedOn: Day;
  state: LinkState;
  /** What is written down of her, in words: 姓名、电话、身体情况、来过 2 次（…）. Sorts only, never what they say. */
  kept: string;
}

/** On the card that she was given: she needs no account. */
export interface LinkCode {
  linkCode: string;
}

/** One 执委 of a branch, for whoever hands links over. No number: nobody is measured by her list (国办函〔2026〕12号). */
export interface LinkHolder {
  accountId: string;
  name: string;
  federationId: string;
  federationName: string;
  /** Whether there is anybody on her list to be handed over. */
  hasLinks: boolean;
  /** Whether she holds a post there today; with a list and no post it is time to hand it over. */
  isServing: boolean;
}

export interface HandOverLinks {
  fromAccountId: string;
  toAccountId: string;
}

export const linkLimits = {
  /** “不少于 20 名”: a hint beside the list, never a mark. 泉州 practice; 梧州 has 10. */
  suggestedLinks: 20,
  linkCodeDigits: 20,
  /** As typed: digits with blanks or dashes between. */
  linkCodeChars: { min: 20, max: 60 },
} as const;

const nameless = { nameless: true } as const;

export const linkEndpoints = {
  /** All that her phone keeps; nothing of anyone else's. */
  onMyPhone: endpoint<{ query: PageQuery; reply: Page<LinkedWoman> }>()('GET', '/me/linked-women'),

  byCode: endpoint<{ body: LinkCode; reply: LinkOfHers }>()('POST', '/links/claim', nameless),
  endByCode: endpoint<{ body: LinkCode; reply: LinkOfHers }>()(
    'POST',
    '/links/claim/end',
    nameless,
  ),
  /** Takes the link into her own account (收进我的). */
  keep: endpoint<{ body: LinkCode; reply: LinkOfHers }>()('POST', '/links/claim/keep'),
  mine: endpoint<{ reply: Page<LinkOfHers> }>()('GET', '/me/links'),
  end: endpoint<{ params: { id: string }; reply: LinkOfHers }>()('POST', '/me/links/:id/end'),

  holders: endpoint<{ query: PageQuery; reply: Page<LinkHolder> }>()('GET', '/desk/link-holders'),
  handOver: endpoint<{ body: HandOverLinks; reply: { handedOver: number } }>()(
    'POST',
    '/desk/link-hand-overs',
  ),
};
