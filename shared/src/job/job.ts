import { endpoint } from '../endpoint';
import type { Weekday } from '../day';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';
import type { Point } from '../womens-home/womens-home';
import type { Shift } from './shift';

export const jobStates = ['draft', 'published', 'closed'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStateLabels: Record<JobState, string> = {
  draft: '草稿',
  published: '招人中',
  closed: '已停招',
};

export const jobTransitions: Transitions<JobState> = {
  draft: ['published'],
  published: ['closed'],
  closed: ['published'],
};

/** How she is engaged. 劳动合同法 arts. 68–72 for part-time. */
export const contractKinds = ['part_time', 'full_time', 'piecework'] as const;
export type ContractKind = (typeof contractKinds)[number];

export const contractKindLabels: Record<ContractKind, string> = {
  part_time: '非全日制',
  full_time: '全日制',
  piecework: '计件',
};

/** A mothers' job (妈妈岗). */
export interface Job {
  id: string;
  title: string;
  text: string;
  employerName: string;
  federationId: string;
  federationName: string;
  place: string;
  point: Point;
  contractKind: ContractKind;
  /** 分 an hour; null for piecework. */
  payPerHourFen: number | null;
  /** What is flexible, in words: `可晚到 30 分钟，家里有事可以换班`. */
  flexibility: string;
  state: JobState;
  distanceMetres: number | null;
  /** Coming shifts with places, soonest first; a list shows the next few. */
  shifts: Shift[];
  /** When the soonest coming shift begins, full or not; null when none is to come. */
  comingFrom: string | null;
  /** When the soonest coming shift with a place begins; null when all are full. */
  nextFreeAt: string | null;
}

export interface JobsQuery extends PageQuery {
  /** Both or neither: sorts by distance, nearest first. */
  lng?: number;
  lat?: number;
  radiusMetres?: number;
  /** 接得到孩子: only posts with a coming shift that ends before this time of day, `HH:MM`. */
  endsBy?: string;
}

/** One stretch of days on which a shift recurs. */
export interface ShiftPattern {
  weekdays: Weekday[];
  /** `HH:MM` */
  starts: string;
  ends: string;
  /** First and last day, both included. */
  from: string;
  to: string;
  places: number;
}

export interface JobDraft {
  federationId: string;
  title: string;
  text: string;
  employerName: string;
  place: string;
  point: Point;
  contractKind: ContractKind;
  payPerHourFen: number | null;
  flexibility: string;
  shiftPatterns: ShiftPattern[];
  /** Staff have read what was found in the wording and say that it is lawful; kept with who said so. */
  wordingIsLawful?: boolean;
}

export interface JobChange extends JobDraft {
  version: number;
}

export interface MoveJob {
  to: JobState;
  /** Told to those with a booking when it closes. */
  reason?: string;
}

export interface DeskJob extends Job {
  version: number;
  shiftPatterns: ShiftPattern[];
  /** She may write it; else it is her own unit's, to see who comes. */
  mayEdit: boolean;
}

export const jobLimits = {
  titleChars: { min: 2, max: 40 },
  textChars: { min: 1, max: 4000 },
  employerNameChars: { min: 2, max: 60 },
  placeChars: { min: 2, max: 100 },
  flexibilityChars: { min: 1, max: 200 },
  payPerHourFen: { min: 1, max: 1_000_000 },
  shiftPatterns: { max: 10 },
  places: { min: 1, max: 500 },
  /** The longest stretch of days that one pattern may cover. */
  patternDays: 184,
  reasonChars: { min: 2, max: 200 },
  /** Coming shifts shown: of each post in a list, and of one post by itself. */
  shiftsShown: { inList: 3, ofOne: 100 },
} as const;

export const jobEndpoints = {
  list: endpoint<{ query: JobsQuery; reply: Page<Job> }>()('GET', '/jobs'),
  one: endpoint<{ params: { id: string }; reply: Job }>()('GET', '/jobs/:id'),
  deskList: endpoint<{ query: PageQuery; reply: Page<DeskJob> }>()('GET', '/desk/jobs'),
  deskOne: endpoint<{ params: { id: string }; reply: DeskJob }>()('GET', '/desk/jobs/:id'),
  create: endpoint<{ body: JobDraft; reply: DeskJob }>()('POST', '/desk/jobs'),
  change: endpoint<{ params: { id: string }; body: JobChange; reply: DeskJob }>()(
    'PUT',
    '/desk/jobs/:id',
  ),
  move: endpoint<{ params: { id: string }; body: MoveJob; reply: DeskJob }>()(
    'POST',
    '/desk/jobs/:id/moves',
  ),
};
