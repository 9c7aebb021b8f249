import type { Method, RefusalCode } from '@niangjia/shared';
import type { Caller } from './callers';
import type { Place } from './places';
import type { KnownAction, ListRule, Rule, Thing } from './rules';
import type { Kind } from './making';
import type { World } from './world';

interface Asked {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
}

/** What a standing or a fresh thing brings along for the request. */
export type Target = Thing & {
  claimCode?: string;
  /** Of a ticket, as it was made. */
  version?: number;
  /** Made on the way to another thing: lists show it, no cell asks about it. */
  isAside?: true;
};

/** Null is no: what is told of an open one does not hold. */
type Told = RefusalCode | null;

export interface Listed {
  id: string;
  accountId?: string;
  federationId?: string;
  ticket?: { id: string };
}

/** One endpoint: who gets past its door, on what, and what everybody else is told. */
export interface Row {
  endpoint: { method: Method; path: string };
  who: 'anyone' | 'signed_in' | readonly KnownAction[];
  /** What it is asked about, in which states; without it there is one cell for each caller. */
  on?: { kind: Kind; states: readonly string[]; places?: readonly Place[] };
  /** Who may, on which thing. What this does not let is answered like what never was. */
  lets?: Rule;
  otherwise?: RefusalCode;
  /** Who may, is told this of a thing in that state. */
  but?: Readonly<Record<string, Told | ((caller: Caller, thing: Thing) => Told)>>;
  /** Of what is locked it is refused: only she does it who reads it. */
  forReaders?: true;
  /** These words stand in the reply for whom the rule lets read, and for nobody else. */
  words?: { text: string; lets: Rule };
  /** Who is refused though she is let in. */
  unless?: (caller: Caller) => RefusalCode | undefined;
  ask?: (target: Target, world: World) => Asked;
  /** It may be done again on the same thing, which stays as it is for the other cells. */
  repeats?: true;
  /** A claim code takes its time; the tests of every day ask with fewer callers. */
  slow?: true;
  /** It uses up the caller's session or account: somebody like her does it. */
  spends?: true;
  /** Its items are exactly the planted things of this kind that the rule lets her see. */
  lists?: {
    kind: Kind;
    lets: ListRule;
    query?: string;
    /** Where its items have another id, or are whom the things are of. */
    by?: (item: Listed) => string | undefined;
    things?: 'on';
    within?: 'referrals';
  };
  /** Why there is no such check of its list. */
  unlisted?: string;
}
