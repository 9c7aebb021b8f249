import type { Account } from '../account/account';
import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { PostKind } from '../federation/federation';
import type { Page } from '../page';

/** Who holds which post in a federation, for the head of its branch. */
export interface DeskPost {
  id: string;
  kind: PostKind;
  name: string;
  fromDay: Day;
  /** The last day; null while no end is set. */
  toDay: Day | null;
}

export interface Invite {
  kind: PostKind;
  /** The last day of the post; without it no end is set. */
  toDay?: Day;
}

export interface Invitation {
  id: string;
  federationName: string;
  kind: PostKind;
  toDay: Day | null;
  expiresAt: string;
}

export interface NewInvitation extends Invitation {
  /** Twenty digits, shown once; whoever takes them first holds the post. */
  code: string;
}

export const invitationEndpoints = {
  posts: endpoint<{ params: { id: string }; reply: Page<DeskPost> }>()(
    'GET',
    '/desk/federations/:id/posts',
  ),
  endPost: endpoint<{ params: { id: string }; reply: { ended: boolean } }>()(
    'DELETE',
    '/desk/posts/:id',
  ),
  list: endpoint<{ params: { id: string }; reply: Page<Invitation> }>()(
    'GET',
    '/desk/federations/:id/invitations',
  ),
  invite: endpoint<{ params: { id: string }; body: Invite; reply: NewInvitation }>()(
    'POST',
    '/desk/federations/:id/invitations',
  ),
  withdraw: endpoint<{ params: { id: string }; reply: { withdrawn: boolean } }>()(
    'DELETE',
    '/desk/invitations/:id',
  ),
  read: endpoint<{ body: { code: string }; reply: Invitation }>()('POST', '/invitations/read'),
  take: endpoint<{ body: { code: string }; reply: Account }>()('POST', '/invitations/take'),
};

export const invitationLimits = {
  codeChars: { min: 20, max: 40 },
  /** An invitation that nobody took ends by itself. */
  days: 7,
} as const;
