import type { Day } from '../day';
import { endpoint } from '../endpoint';
import type { Federation, FederationKind, FederationSector } from '../federation/federation';
import type { Page, PageQuery } from '../page';

export const countedThings = ['federation', 'womens_home', 'post'] as const;
export type CountedThing = (typeof countedThings)[number];

export const countedThingLabels: Record<CountedThing, string> = {
  federation: '妇联组织',
  womens_home: '妇女之家等阵地',
  post: '任职',
};

/** How many of one kind lie in the branch, itself counted too. Never typed, always reckoned from the rows. */
export interface CountOfKind {
  what: CountedThing;
  /** A kind of federation, home or post. */
  kind: string;
  /** Of federations; null for all else. */
  sector: FederationSector | null;
  n: number;
}

export interface CountedQuery extends PageQuery {
  what: CountedThing;
  kind: string;
  sector?: FederationSector;
}

/** One of those that make up a number. */
export interface CountedItem {
  id: string;
  name: string;
  /** Where it is: the federation of a home or a post, the one itself for a federation. */
  federationId: string;
  federationName: string;
}

/** Where it lay before, and since when it lies elsewhere. */
export interface MoveOfFederation {
  id: string;
  movedOn: Day;
  reason: string;
  fromName: string;
  toName: string;
}

/** The file of one federation, for those of its branch. */
export interface OrganisationFile extends Federation {
  /** The day from which it is in this tree. */
  enteredOn: Day;
  convertedFrom: FederationKind | null;
  convertedOn: Day | null;
  counts: CountOfKind[];
  /** Latest first. */
  moves: MoveOfFederation[];
  mayEdit: boolean;
  mayAppoint: boolean;
}

export interface MoveFederation {
  toParentId: string;
  movedOn: Day;
  reason: string;
}

export const foundFederationLimits = { wordsChars: { min: 1, max: 20 }, found: 20 } as const;

/** A federation of her branches, and what it lies below, so that two of one name can be told apart. */
export interface FoundFederation {
  id: string;
  name: string;
  parentName: string | null;
}

export interface FoundFederations {
  /** By name in Chinese, pinyin or initials, the nearest first. */
  found: FoundFederation[];
  /** What sounds alike or is one letter away, when nothing was found. */
  meant: FoundFederation[];
}

export const organisationEndpoints = {
  find: endpoint<{ query: { words: string }; reply: FoundFederations }>()(
    'GET',
    '/desk/federations',
  ),
  one: endpoint<{ params: { id: string }; reply: OrganisationFile }>()(
    'GET',
    '/desk/federations/:id',
  ),
  /** Those behind a number. */
  counted: endpoint<{ params: { id: string }; query: CountedQuery; reply: Page<CountedItem> }>()(
    'GET',
    '/desk/federations/:id/counted',
  ),
  move: endpoint<{ params: { id: string }; body: MoveFederation; reply: OrganisationFile }>()(
    'POST',
    '/desk/federations/:id/moves',
  ),
  /** 妇委会 becomes 妇联. */
  convert: endpoint<{
    params: { id: string };
    body: { convertedOn: Day };
    reply: OrganisationFile;
  }>()('PUT', '/desk/federations/:id/conversion'),
};

export const organisationLimits = {
  reasonChars: { min: 2, max: 200 },
  kindChars: { min: 1, max: 40 },
} as const;
