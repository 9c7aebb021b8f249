import { endpoint } from '../endpoint';
import type { PostKind } from '../federation/federation';
import type { ClaimCode } from './case-ticket';

/** Somebody whose post lets her see the ticket, as the woman reads it: her name and post, nothing more. */
export interface SeeingPerson {
  accountId: string;
  name: string;
  postKind: PostKind;
  federationName: string;
  isBarred: boolean;
  /** The woman may bar her, or let her in again whom she barred herself. */
  mayChange: boolean;
}

/** Whom she wrote down by name, for the head to find. */
export interface BarRequest {
  id: string;
  who: string;
}

export interface WhoSees {
  /** From the desk upwards. */
  people: SeeingPerson[];
  requests: BarRequest[];
}

export interface BarByHer extends ClaimCode {
  accountId: string;
  barred: boolean;
}

export interface WithdrawBarRequest extends ClaimCode {
  requestId: string;
}

const nameless = { nameless: true } as const;

/** 不要让某某看, by her claim code alone. */
export const herBarEndpoints = {
  whoSees: endpoint<{ body: ClaimCode; reply: WhoSees }>()(
    'POST',
    '/case-tickets/claim/people',
    nameless,
  ),
  bar: endpoint<{ body: BarByHer; reply: WhoSees }>()('POST', '/case-tickets/claim/bars', nameless),
  withdrawRequest: endpoint<{ body: WithdrawBarRequest; reply: WhoSees }>()(
    'POST',
    '/case-tickets/claim/bar-request/withdrawal',
    nameless,
  ),
};
