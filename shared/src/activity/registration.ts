import { endpoint } from '../endpoint';
import type { Page, PageQuery } from '../page';
import type { Transitions } from '../state-machine';

export const registrationStates = ['registered', 'waiting', 'cancelled'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationStateLabels: Record<RegistrationState, string> = {
  registered: '已报名',
  waiting: '候补中',
  cancelled: '已取消',
};

/** Registering again after cancelling is a new registration. */
export const registrationTransitions: Transitions<RegistrationState> = {
  registered: ['cancelled'],
  waiting: ['registered', 'cancelled'],
  cancelled: [],
};

export interface Register {
  /** One for herself unless she says otherwise. */
  seats?: number;
  /** What the staff there shall call her; her account's name unless she says. */
  calledAs?: string;
}

export interface MyRegistration {
  id: string;
  activityId: string;
  activityTitle: string;
  startsAt: string;
  place: string;
  /** Until when she may cancel here, and seats are given to those who wait, RFC 3339. */
  cancellableUntil: string;
  seats: number;
  state: RegistrationState;
  /** How many registrations wait before hers; null when she is not waiting. */
  waitingBefore: number | null;
  /** How many seats are free too few for hers; null when she is not waiting. */
  seatsShort: number | null;
  /** Why the activity itself was cancelled; null otherwise. */
  cancelReason: string | null;
  registeredAt: string;
}

export const registrationLimits = {
  seats: { min: 1, max: 4 },
  calledAsChars: { min: 1, max: 20 },
} as const;

export const registrationEndpoints = {
  register: endpoint<{ params: { id: string }; body: Register; reply: MyRegistration }>()(
    'POST',
    '/activities/:id/registrations',
  ),
  cancel: endpoint<{ params: { id: string }; reply: MyRegistration }>()(
    'POST',
    '/registrations/:id/cancel',
  ),
  mine: endpoint<{ query: PageQuery; reply: Page<MyRegistration> }>()('GET', '/me/registrations'),
};
