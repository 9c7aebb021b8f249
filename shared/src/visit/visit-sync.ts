import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { RefusalCode } from '../refusal';
import type { ConsentWay } from './link';
import type { NewVisit, VisitNeed } from './visit';

/** She put somebody on her list: the entry of the ledger and the link are one fact. */
export interface LinkMade {
  type: 'link_made';
  /** Of the link. */
  id: string;
  ledgerEntryId: string;
  gridId: string;
  householdId?: string;
  name: string;
  phone?: string;
  address?: string;
  linkedOn: Day;
  consent: ConsentWay;
  /** Of the card that she was given: twenty digits, made on the phone. */
  linkCode: string;
}

/** She took somebody off her list. */
export interface LinkLeft {
  type: 'link_left';
  id: string;
  linkId: string;
}

export interface VisitMade extends NewVisit {
  type: 'visit_made';
}

/** What a ticket is made of: her words and what was seen at the visit. */
export type NeedAsked = Pick<VisitNeed, 'kind' | 'text'> & Pick<NewVisit, 'risk'>;

/** A need becomes a ticket, because the woman said yes. */
export interface TicketAsked {
  type: 'ticket_asked';
  id: string;
  /** Of the visit, so that an ended link is known even where the visit was never stored. */
  linkId: string;
  visitId: string;
  needId: string;
  /** Her yes stands by itself: of this the ticket is made when the visit is kept out of her record. */
  need?: NeedAsked;
  agreed: true;
  /** Twenty digits made on the phone and copied down for her there and then: nothing to lose on the way back. */
  claimCode: string;
  /** Her number, when she wants to be called. */
  phone?: string;
  /** It passes over the village, where people know each other. */
  notVillage?: boolean;
}

/** One thing that happened in the field. It is only ever added, and its id makes it count once. */
export type FieldFact = LinkMade | LinkLeft | VisitMade | TicketAsked;

export const fieldFactTypes = ['link_made', 'link_left', 'visit_made', 'ticket_asked'] as const;

export interface SyncFacts {
  /** Oldest first; none, to hear the time. */
  facts: FieldFact[];
}

export const syncOutcomes = ['stored', 'already', 'link_ended', 'refused'] as const;
/** `link_ended`: the woman had ended the link, which wins; the fact is kept out of her record. */
export type SyncOutcome = (typeof syncOutcomes)[number];

/** Refusals that end by themselves: what the fact builds on has not come in yet. Kept and sent again. */
export const laterCodes = ['link_not_found', 'visit_not_found'] as const satisfies RefusalCode[];

export interface SyncResult {
  id: string;
  outcome: SyncOutcome;
  /** Why, when it was refused: it stays on the phone until it is put right. */
  code: RefusalCode | null;
  message: string | null;
  /** An entry of the same grid that may be the same person; a hint only. */
  maybeSameAs: string | null;
  /** With `already_linked`: the link that she has, to which the phone points what waits under the other. */
  firstLinkId?: string;
}

export interface Synced {
  results: SyncResult[];
  /** RFC 3339. The phone reckons its own clock's fault from it. */
  serverTime: string;
  /** To which phones seal now: one that has another fetches this one. */
  sealingKeyId?: string;
}

/** With this a phone seals what it could not send before she signed out: it can then be sent, not read. */
export interface SealingKey {
  /** Names the key, so that it can be changed. */
  id: string;
  /** X25519, 32 bytes, base64url. */
  publicKey: string;
  /** Goes inside what is sealed and proves whose phone it was, for some weeks. Shown once; only its hash is kept. */
  submitToken: string;
}

export interface SealedFact {
  /** Of the fact. */
  id: string;
  keyId: string;
  /**
   * Base64url of ephemeral public key (32 bytes), nonce (24), and `nacl.box` (X25519, XSalsa20-Poly1305) of
   * `{ accountId, submitToken, fact }` as JSON.
   */
  box: string;
}

export interface SubmitSealed {
  sealed: SealedFact[];
}

export const syncLimits = {
  factsPerBatch: 100,
  sealedPerBatch: 50,
  boxChars: { min: 80, max: 60_000 },
  /** Of the whole request; a batch that is larger goes in two. */
  bodyBytes: 1_000_000,
} as const;

export const syncEndpoints = {
  sync: endpoint<{ body: SyncFacts; reply: Synced }>()('POST', '/visits/sync'),
  sealingKey: endpoint<{ reply: SealingKey }>()('POST', '/visits/sealing-keys'),
  /** Needs no session; with one, what is hers is taken also when its token has ended. */
  submitSealed: endpoint<{ body: SubmitSealed; reply: Synced }>()('POST', '/visits/sealed'),
};
