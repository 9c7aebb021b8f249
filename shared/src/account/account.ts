import { endpoint } from '../endpoint';
import type { FederationLevel, PostKind } from '../federation/federation';
import type { Page } from '../page';

/** What a post allows. The table of which post allows what stands in the server's account folder. */
export const actions = [
  'case_ticket.triage',
  'case_ticket.read_sealed',
  'womens_home.edit',
] as const;
export type Action = (typeof actions)[number];

export interface HeldPost {
  id: string;
  kind: PostKind;
  federationId: string;
  federationName: string;
  federationLevel: FederationLevel;
  /** What she may do in this federation and everything below it. */
  actions: Action[];
}

export interface Account {
  id: string;
  displayName: string;
  /** Made up for a demonstration. */
  isInvented: boolean;
  posts: HeldPost[];
}

export interface SignIn {
  /** The id of a demonstration person; only in a demonstration. */
  demonstration: string;
}

export interface Session {
  /** Shown once; the server keeps only its hash. */
  token: string;
  /** RFC 3339. It ends earlier when it is not used. */
  expiresAt: string;
  account: Account;
}

export interface DemonstrationPerson {
  id: string;
  name: string;
  /** What she is, in words: `霞美镇妇联 工作人员`. */
  role: string;
}

export const accountEndpoints = {
  people: endpoint<{ reply: Page<DemonstrationPerson> }>()('GET', '/demonstration/people'),
  signIn: endpoint<{ body: SignIn; reply: Session }>()('POST', '/sessions'),
  signOut: endpoint<{ reply: { ended: boolean } }>()('DELETE', '/sessions/current'),
  me: endpoint<{ reply: Account }>()('GET', '/me'),
};

export const accountLimits = { demonstrationIdChars: { min: 1, max: 40 } } as const;
