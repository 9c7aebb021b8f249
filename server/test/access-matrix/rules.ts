import type { Action, PostKind } from '@niangjia/shared';
import type { Caller } from './callers';
import { isWithin, parentOf, type Place } from './places';

/** Something that is asked about. `state` is `gone` or `never` for what is not there. */
export interface Thing {
  id: string;
  at: Place;
  state: string;
  /** Of whom it is, where it is somebody's: names of callers. Of a ticket: who is barred from it or was let read it. */
  of?: string | readonly string[];
  /** What it hangs on; of a post who holds it. */
  on?: string;
}

export type Rule = (caller: Caller, thing: Thing) => boolean;
/** What the list of one thing shows. */
export type ListRule = (caller: Caller, thing: Thing, about: Thing) => boolean;

/** Decided, and written a second time: who may change it changes it twice. */
const kindsThatMay = {
  'case_ticket.triage': ['chair', 'vice_chair', 'staff'],
  'case_ticket.read_sealed': ['chair'],
  'case_ticket.supervise': ['chair'],
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

const isThere = ({ state }: Thing): boolean => !['gone', 'never', 'over'].includes(state);

const isOf = (caller: Caller, { of = [] }: Thing): boolean => [of].flat().includes(caller.name);

export const everything: Rule = (_, thing) => isThere(thing);

/** Hidden from the public: drafts, shelters, codes that have ended or lead to a shelter. */
export const published: Rule = (_, { state }) =>
  ['published', 'closed', 'cancelled', 'open'].includes(state);

export const hers: Rule = (caller, thing) => isThere(thing) && isOf(caller, thing);

/** Also what is over. */
export const everMade: Rule = (_, { state }) => state !== 'gone' && state !== 'never';

/** In the federation of one of her posts that allow it, or below. */
export const inBranch =
  (action: KnownAction): Rule =>
  ({ posts }, thing) =>
    isThere(thing) && posts.some(({ kind, at }) => may(kind, action) && isWithin(thing.at, at));

/** Of the federation itself, neither of one above nor below. */
export const atDesk: Rule = (caller, thing) =>
  !isBarred(caller, thing) &&
  caller.posts.some(({ kind, at }) => may(kind, 'case_ticket.triage') && at === thing.at);

const isBarred: Rule = (caller, thing) => thing.state === 'barred' && isOf(caller, thing);

/** It concerns a minor, and nobody let her read it. */
export const isLockedTo: Rule = (caller, thing) =>
  thing.state === 'locked' || (thing.state === 'unlocked' && !isOf(caller, thing));

export const readable: Rule = (caller, thing) => !isLockedTo(caller, thing);

/** What was withdrawn is there for supervisors only; nothing is for whom it was barred from. */
export const ticketOfBranch: Rule = (caller, thing) =>
  inBranch('case_ticket.triage')(caller, thing) &&
  !isBarred(caller, thing) &&
  (thing.state !== 'withdrawn' || inBranch('case_ticket.read_sealed')(caller, thing));

/** Only the head of its desk, or of one above, lets others read it or bars them. */
export const ticketSupervised: Rule = (caller, thing) =>
  ticketOfBranch(caller, thing) && inBranch('case_ticket.supervise')(caller, thing);

/** A contact sees what her own unit has or had out, nothing below and no draft. */
const ofOwnUnit: Rule = ({ posts }, { at, state }) =>
  ['published', 'closed'].includes(state) &&
  posts.some((post) => may(post.kind, 'booking.read_shared') && at === 'unit' && post.at === at);

export const jobOfBranchOrUnit: Rule = (caller, thing) =>
  inBranch('job.edit')(caller, thing) || ofOwnUnit(caller, thing);

/** Directly below; a thing whose state says so was founded below the place where it stands. */
export const directlyBelow: ListRule = (_, thing, about) =>
  (isFounded(thing) ? thing.at : parentOf(thing.at)) === about.at;

const isFounded = ({ state }: Thing): boolean => state.endsWith('below');

export const inBranchOf: ListRule = (_, thing, about) => isWithin(thing.at, about.at);

export const aboveIt: ListRule = (_, thing, about) =>
  !isFounded(thing) && isWithin(about.at, thing.at);

export const at: ListRule = (_, thing, about) => thing.at === about.at;

export const hangsOn: ListRule = (_, thing, about) => isThere(thing) && thing.on === about.id;

/** Whose post lets her see a ticket there, of which she was not barred. */
export const seesTicket: ListRule = (_, post, about) =>
  may(postKindOf(post), 'case_ticket.triage') &&
  isWithin(about.at, post.at) &&
  !(about.state === 'barred' && post.of === about.of);

const postKindOf = ({ state }: Thing): PostKind =>
  state === 'open' ? 'staff' : (state as PostKind);

/** The federation above the desk of a ticket and those beside it; around the top of a tree those below. */
export const aroundDesk: ListRule = (caller, thing, about) => {
  const above = parentOf(about.at) ?? about.at;
  const start = { ...about, at: above };
  return (thing.at === above && !isFounded(thing)) || directlyBelow(caller, thing, start);
};
