import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { FederationLevel, PostKind } from '../federation/federation';
import type { Page } from '../page';

/** What a post allows. The table of which post allows what stands in the server's account folder. */
export const actions = [
  'case_ticket.triage',
  'case_ticket.read_sealed',
  'case_ticket.supervise',
  'womens_home.edit',
  'job.edit',
  'booking.read_shared',
  'activity.edit',
  'visit.log',
  'link.hand_over',
  'organisation.read',
  'organisation.edit',
  'post.appoint',
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

/** One of the two: a code from `wx.login`, or a demonstration person, who is there only in a demonstration. */
export type SignIn = { wechatCode: string } | { demonstration: string };

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

/** One of the phones or browsers on which she is signed in. Nothing tells which. */
export interface MySession {
  id: string;
  createdAt: string;
  lastUsedDay: Day;
  /** The one that asks. */
  isCurrent: boolean;
}

/** What one part of the service keeps of her. */
export interface MyDataPart {
  name: string;
  /** Every field of a row by its Chinese name, and what it is kept for. */
  fields: Record<string, string>;
  rows: Record<string, string>[];
}

export interface MyData {
  madeAt: string;
  parts: MyDataPart[];
}

/** Whether she wants 长辈版, on whichever phone she signs in; null until she says. */
export interface ElderChoice {
  elder: boolean | null;
}

/** Typed by hand, so that no slip of a finger deletes an account. */
export const deleteMeWord = '删除';

export interface DeleteMe {
  confirm: typeof deleteMeWord;
}

export interface MeDeleted {
  deleted: boolean;
  /** What is left behind and why, in sentences to show. */
  kept: string[];
}

export const accountEndpoints = {
  people: endpoint<{ reply: Page<DemonstrationPerson> }>()('GET', '/demonstration/people'),
  signIn: endpoint<{ body: SignIn; reply: Session }>()('POST', '/sessions'),
  signOut: endpoint<{ reply: { ended: boolean } }>()('DELETE', '/sessions/current'),
  me: endpoint<{ reply: Account }>()('GET', '/me'),
  elder: endpoint<{ reply: ElderChoice }>()('GET', '/me/elder'),
  chooseElder: endpoint<{ body: { elder: boolean }; reply: ElderChoice }>()('PUT', '/me/elder'),
  mySessions: endpoint<{ reply: Page<MySession> }>()('GET', '/me/sessions'),
  endSession: endpoint<{ params: { id: string }; reply: { ended: boolean } }>()(
    'DELETE',
    '/me/sessions/:id',
  ),
  myData: endpoint<{ reply: MyData }>()('GET', '/me/data'),
  deleteMe: endpoint<{ body: DeleteMe; reply: MeDeleted }>()('DELETE', '/me'),
};

export const accountLimits = {
  demonstrationIdChars: { min: 1, max: 40 },
  wechatCodeChars: { min: 1, max: 128 },
} as const;
