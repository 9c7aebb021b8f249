import type { Action, PostKind } from '@niangjia/shared';
import type { Caller } from './callers';
import { isWithin, type Place } from './places';

/** Something that is asked about. `state` is `gone` or `never` for what is not there. */
export interface Thing {
  id: string;
  at: Place;
  state: string;
  /** Of whom it is, where it is somebody's: the name of a caller. */
  of?: string;
}

export type Rule = (caller: Caller, thing: Thing) => boolean;

/** Decided, and written a second time: who may change it changes it twice. */
const kindsThatMay = {
  'case_ticket.triage': ['chair', 'vice_chair', 'staff'],
  'case_ticket.read_sealed': ['chair'],
  'case_ticket.supervise': ['chair'],
  'deadline.extend': ['chair'],
  'activity.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'womens_home.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'job.edit': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'booking.read_shared': ['employer_contact'],
  'visit.log': ['chair', 'vice_chair', 'part_time_vice_chair', 'committee_member'],
  'link.hand_over': ['chair', 'vice_chair', 'staff'],
  'organisation.read': ['chair', 'vice_chair', 'part_time_vice_chair', 'staff'],
  'organisation.edit': ['chair', 'vice_chair', 'staff'],
  'post.appoint': ['chair'],
} as const satisfies Record<Action, readonly PostKind[]>;

export type KnownAction = keyof typeof kindsThatMay;

const may = (kind: PostKind, action: KnownAction): boolean =>
  (kindsThatMay[action] as readonly PostKind[]).includes(kind);

/** Some post of hers allows it somewhere: she gets past the door of the desk. */
export const mayAnywhere = ({ posts }: Caller, actions: readonly KnownAction[]): boolean =>
  posts.some(({ kind }) => actions.some((action) => may(kind, action)));

const isThere = ({ state }: Thing): boolean => state !== 'gone' && state !== 'never';

export const everything: Rule = (_, thing) => isThere(thing);

/** Hidden from the public: drafts, shelters, codes that have ended or lead to a shelter. */
export const published: Rule = (_, { state }) =>
  ['published', 'closed', 'cancelled', 'open'].includes(state);

export const hers: Rule = (caller, thing) => isThere(thing) && thing.of === caller.name;

/** In the federation of one of her posts that allow it, or below. */
export const inBranch =
  (action: KnownAction): Rule =>
  ({ posts }, thing) =>
    isThere(thing) && posts.some(({ kind, at }) => may(kind, action) && isWithin(thing.at, at));

/** What was withdrawn is there for supervisors only. */
export const ticketOfBranch: Rule = (caller, thing) =>
  inBranch('case_ticket.triage')(caller, thing) &&
  (thing.state !== 'withdrawn' || inBranch('case_ticket.read_sealed')(caller, thing));

/** Only the head of its desk, or of one above, lets others read it or bars them. */
export const ticketSupervised: Rule = (caller, thing) =>
  ticketOfBranch(caller, thing) && inBranch('case_ticket.supervise')(caller, thing);

/** Only the head of its desk, or of one above, approves. */
export const ticketApproved: Rule = (caller, thing) =>
  ticketOfBranch(caller, thing) && inBranch('deadline.extend')(caller, thing);

/** A contact sees what her own unit has or had out, nothing below and no draft. */
const ofOwnUnit: Rule = ({ posts }, { at, state }) =>
  ['published', 'closed'].includes(state) &&
  posts.some((post) => may(post.kind, 'booking.read_shared') && at === 'unit' && post.at === at);

export const jobOfBranchOrUnit: Rule = (caller, thing) =>
  inBranch('job.edit')(caller, thing) || ofOwnUnit(caller, thing);
