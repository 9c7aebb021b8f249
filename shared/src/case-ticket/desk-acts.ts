import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { FederationLevel, PostKind } from '../federation/federation';
import type { Page, PageQuery } from '../page';
import type { RefusalCode } from '../refusal';
import type {
  AskedForHelp,
  CaseTicketChannel,
  CaseTicketKind,
  CaseTicketState,
  ClaimCode,
  ClaimedTicket,
  DeskTicket,
  DeskTicketRow,
  SafeContact,
} from './case-ticket';

/** The version of the ticket as she saw it. */
interface Seen {
  version: number;
}

/** Somebody who sees the ticket by her post, at its desk or above. */
export interface DeskPerson {
  accountId: string;
  name: string;
  postKind: PostKind;
  federationName: string;
  isMe: boolean;
  /** It can be given to her. */
  mayHave: boolean;
  /** Whoever looks may bar her, or let her in again. */
  mayBar: boolean;
  isBarred: boolean;
}

export interface AssignTicket extends Seen {
  /** Null takes it off again. */
  accountId: string | null;
  /** Why, when somebody has it already. In the timeline. */
  reason?: string;
}

/** Closes it; she reads where to go and why with her claim code (信访工作条例 art. 23). */
export interface RedirectTicket extends Seen {
  where: string;
  reason: string;
}

export interface OfferHandOver extends Seen {
  federationId: string;
  /** Read by the federation that it is offered to, which sees nothing else of what she wrote. */
  reason: string;
}

export interface DecideHandOver extends Seen {
  accept: boolean;
  /** Asked for when it goes back. */
  reason?: string;
}

/** It lies there already; she ruled the village out; nobody takes requests there, or none who may see it. */
export const whyNotOffers = [
  'hand_over_here_already',
  'hand_over_not_village',
  'hand_over_no_desk',
] as const satisfies readonly RefusalCode[];
export type WhyNotOffer = (typeof whyNotOffers)[number];

export interface HandOverTarget {
  id: string;
  name: string;
  level: FederationLevel;
  /** What it lies below, to go up to and to tell two of one name apart; null at the top of the tree. */
  parentId: string | null;
  parentName: string | null;
  /** Why it cannot be offered to it; null when it can. */
  whyNot: WhyNotOffer | null;
}

export interface HandOverTargetsQuery extends PageQuery {
  /** Shows it and what stands directly below; without, what stands around the desk of the ticket. */
  below?: string;
  /** Instead of both: places by name, pinyin or initials, the nearest in the tree first, on one page. */
  search?: string;
}

/** A ticket that another federation offers to hers. */
export interface HandOverOffer {
  /** Of the ticket. */
  id: string;
  version: number;
  kind: CaseTicketKind;
  risk: DeskTicketRow['risk'];
  state: CaseTicketState;
  receivedAt: string;
  dueDay: Day | null;
  fromFederationName: string;
  toFederationName: string;
  offeredByName: string | null;
  offeredAt: string;
  /** Null when it concerns a minor: that is content. */
  reason: string | null;
  /** 信访工作条例 art. 23: five working days to object; null where the calendar does not reach. */
  answerBy: Day | null;
}

export interface AskUnlock {
  reason: string;
}

export interface DecideUnlock {
  accountId: string;
  approve: boolean;
}

/** 回避: she declares that she is a party, or a relative of one. */
export interface Recuse {
  reason: string;
}

export interface BarPerson {
  accountId: string;
  reason: string;
}

/** From the moment of the reply it is not there for her any more. */
export interface Recused {
  recused: boolean;
}

/** 不要让某某看, by her claim. The head of the desk sets it. */
export interface AskBar extends ClaimCode {
  who: string;
  /** That person heads the desk: only those above read this. */
  isHead: boolean;
}

/** Written down by staff: it came by letter, visit or phone. The claim code is for handing to her, once. */
export interface WriteDownTicket {
  channel: CaseTicketChannel;
  kind: CaseTicketKind;
  text: string;
  /** Whose desk; one of her branches. Her own federation when it is left out. */
  federationId?: string;
  inDanger?: boolean;
  notVillage?: boolean;
  followUp?: boolean;
  /** When it came; today when it is left out. The clock of art. 23 runs from it. */
  receivedDay?: Day;
  /** Her name and address are clear: art. 23 runs. */
  isKnown?: boolean;
  contact?: SafeContact;
}

export const deskLimits = {
  whereChars: { min: 2, max: 200 },
  reasonChars: { min: 2, max: 500 },
  whoChars: { min: 1, max: 100 },
} as const;

const ofTicket = '/desk/case-tickets/:id';
type One = { id: string };

export const deskActEndpoints = {
  writeDown: endpoint<{ body: WriteDownTicket; reply: AskedForHelp }>()(
    'POST',
    '/desk/case-tickets',
  ),
  people: endpoint<{ params: One; reply: Page<DeskPerson> }>()('GET', `${ofTicket}/people`),
  assign: endpoint<{ params: One; body: AssignTicket; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/assignee`,
  ),
  redirect: endpoint<{ params: One; body: RedirectTicket; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/redirection`,
  ),
  handOverTargets: endpoint<{
    params: One;
    query: HandOverTargetsQuery;
    reply: Page<HandOverTarget>;
  }>()('GET', `${ofTicket}/hand-over-targets`),
  offerHandOver: endpoint<{ params: One; body: OfferHandOver; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/hand-over`,
  ),
  recallHandOver: endpoint<{ params: One; body: Seen; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/hand-over/recall`,
  ),
  handOvers: endpoint<{ query: PageQuery; reply: Page<HandOverOffer> }>()(
    'GET',
    '/desk/hand-overs',
  ),
  decideHandOver: endpoint<{
    params: One;
    body: DecideHandOver;
    reply: { accepted: boolean };
  }>()('POST', '/desk/hand-overs/:id/decision'),
  markMinor: endpoint<{ params: One; body: Seen; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/minor`,
  ),
  askUnlock: endpoint<{ params: One; body: AskUnlock; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/unlock`,
  ),
  decideUnlock: endpoint<{ params: One; body: DecideUnlock; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/unlock/decision`,
  ),
  recuse: endpoint<{ params: One; body: Recuse; reply: Recused }>()('POST', `${ofTicket}/recusal`),
  bar: endpoint<{ params: One; body: BarPerson; reply: DeskTicket }>()('POST', `${ofTicket}/bars`),
  liftBar: endpoint<{ params: One; body: BarPerson; reply: DeskTicket }>()(
    'POST',
    `${ofTicket}/bars/lift`,
  ),
  askBar: endpoint<{ body: AskBar; reply: ClaimedTicket }>()(
    'POST',
    '/case-tickets/claim/bar-request',
    { nameless: true },
  ),
};
