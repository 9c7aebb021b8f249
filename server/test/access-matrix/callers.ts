import type { PostKind } from '@niangjia/shared';
import type { Place } from './places';

interface GivenPost {
  kind: PostKind;
  at: Place;
}

/** Whoever asks: with which session, and which posts at this moment. */
export interface Caller {
  name: string;
  session: 'none' | 'ended' | 'live';
  posts: readonly GivenPost[];
  /** Both factors, just now, unless it says otherwise. */
  proved?: 'first' | 'old';
  /** Posts that are over, or have not begun: they must count for nothing. */
  notNow?: 'over' | 'to_come';
}

const without = (name: string, session: Caller['session']): Caller => ({
  name,
  session,
  posts: [],
});

const holding = (kind: PostKind, at: Place): Caller => ({
  name: `${kind} of ${at}`,
  session: 'live',
  posts: [{ kind, at }],
});

const levels = ['village', 'town', 'county'] as const;
const serving = [
  'chair',
  'vice_chair',
  'part_time_vice_chair',
  'committee_member',
  'staff',
] as const;

/** The woman whose registration, booking, session … the records of the matrix are. */
export const owner = without('owner', 'live');

export const callers: readonly Caller[] = [
  without('nobody', 'none'),
  without('ended session', 'ended'),
  without('woman', 'live'),
  owner,
  ...levels.flatMap((at) => serving.map((kind) => holding(kind, at))),
  holding('employer_contact', 'unit'),
  // A contact speaks for a unit only: at a place the post gives nothing.
  holding('employer_contact', 'town'),
  {
    name: 'chair of village and of otherVillage',
    session: 'live',
    posts: [
      { kind: 'chair', at: 'village' },
      { kind: 'chair', at: 'otherVillage' },
    ],
  },
  { ...holding('chair', 'county'), name: 'chair of county, first factor only', proved: 'first' },
  { ...holding('chair', 'county'), name: 'chair of county, proved an hour ago', proved: 'old' },
  { name: 'ended chair of county', session: 'live', posts: [], notNow: 'over' },
  { name: 'coming chair of county', session: 'live', posts: [], notNow: 'to_come' },
];

const fewNames = ['nobody', 'ended session', 'owner', 'staff of village', 'chair of county'];

/** For what is slow and does not ask who she is. */
export const fewCallers = callers.filter(({ name }) => fewNames.includes(name));
