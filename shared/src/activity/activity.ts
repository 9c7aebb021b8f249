import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';
import type { Point } from '../womens-home/womens-home';
import type { MyRegistration } from './registration';

export const activityStates = ['draft', 'published', 'closed', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

export const activityStateLabels: Record<ActivityState, string> = {
  draft: '草稿',
  published: '正在报名',
  closed: '报名截止',
  cancelled: '已取消',
};

/**
 * `closed → published`: registration opened again. A draft only becomes public by being published, so that
 * every other state says that it once was.
 */
export const activityTransitions: Transitions<ActivityState> = {
  draft: ['published'],
  published: ['closed', 'cancelled'],
  closed: ['published', 'cancelled'],
  cancelled: [],
};

export interface Activity {
  id: string;
  title: string;
  text: string;
  federationId: string;
  federationName: string;
  /** Where it is held, in words: a home's name and address, or any other place. */
  place: string;
  point: Point;
  /** Of a women's home of that federation; null when none of them says one. */
  phone: string | null;
  /** RFC 3339. */
  startsAt: string;
  endsAt: string;
  /** Until when one may register, RFC 3339. */
  registrationClosesAt: string;
  /** Until when one may cancel here, RFC 3339. */
  cancellableUntil: string;
  seats: number;
  seatsLeft: number;
  /** How many registrations wait, each of one or more seats. */
  waiting: number;
  state: ActivityState;
  /** Told to those registered when it was cancelled. */
  cancelReason: string | null;
  /** Straight line from where she is; null when the list was asked without a place. */
  distanceMetres: number | null;
  /** Her own registration, when she is signed in and has one. */
  mine: MyRegistration | null;
}

export interface ActivitiesQuery extends PageQuery {
  /** Only those that begin on this day. */
  day?: string;
  /** Both or neither: sorts by distance, nearest first. */
  lng?: number;
  lat?: number;
  radiusMetres?: number;
}

/** What the branch that owns it writes. The whole is sent. */
export interface ActivityDraft {
  federationId: string;
  title: string;
  text: string;
  place: string;
  point: Point;
  startsAt: string;
  endsAt: string;
  registrationClosesAt: string;
  cancellableUntil: string;
  seats: number;
}

export interface ActivityChange extends ActivityDraft {
  version: number;
}

export interface MoveActivity {
  to: ActivityState;
  /** Needed to cancel: told to everybody registered. */
  reason?: string;
}

export interface DeskActivity extends Activity {
  version: number;
}

export interface DeskRegistration {
  id: string;
  name: string;
  seats: number;
  state: MyRegistration['state'];
  registeredAt: string;
}

export const activityLimits = {
  titleChars: { min: 2, max: 40 },
  textChars: { min: 1, max: 4000 },
  placeChars: { min: 2, max: 100 },
  seats: { min: 1, max: 10_000 },
  reasonChars: { min: 2, max: 200 },
  /** The longest that one activity may go on. */
  days: 31,
} as const;

export const activityEndpoints = {
  list: endpoint<{ query: ActivitiesQuery; reply: Page<Activity> }>()('GET', '/activities'),
  one: endpoint<{ params: { id: string }; reply: Activity }>()('GET', '/activities/:id'),
  deskList: endpoint<{ query: PageQuery; reply: Page<DeskActivity> }>()('GET', '/desk/activities'),
  deskOne: endpoint<{ params: { id: string }; reply: DeskActivity }>()(
    'GET',
    '/desk/activities/:id',
  ),
  create: endpoint<{ body: ActivityDraft; reply: DeskActivity }>()('POST', '/desk/activities'),
  change: endpoint<{ params: { id: string }; body: ActivityChange; reply: DeskActivity }>()(
    'PUT',
    '/desk/activities/:id',
  ),
  move: endpoint<{ params: { id: string }; body: MoveActivity; reply: DeskActivity }>()(
    'POST',
    '/desk/activities/:id/moves',
  ),
  registrations: endpoint<{
    params: { id: string };
    query: PageQuery;
    reply: Page<DeskRegistration>;
  }>()('GET', '/desk/activities/:id/registrations'),
};
