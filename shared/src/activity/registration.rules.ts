import type { RefusalCode } from '../refusal';
import type { ActivityState } from './activity';
import type { RegistrationState } from './registration';

/** What the rules need to know of an activity; moments in Unix milliseconds. */
export interface RegistrableActivity {
  state: ActivityState;
  registrationClosesAt: number;
  cancellableUntil: number;
}

/**
 * Why she cannot register now, room or not; undefined when she can. Serves the grey button and the
 * server alike.
 */
export function whyNotRegister(
  activity: RegistrableActivity,
  mine: RegistrationState | undefined,
  now: number,
): RefusalCode | undefined {
  if (activity.state === 'cancelled') return 'activity_cancelled';
  if (activity.state !== 'published') return 'activity_closed';
  if (now >= activity.registrationClosesAt) return 'activity_closed';
  return mine === 'registered' || mine === 'waiting' ? 'already_registered' : undefined;
}

/** Whether so many seats are hers at once: whom the free seats fit passes a larger party that waits. */
export const hasRoom = ({ seatsLeft }: { seatsLeft: number }, seats: number): boolean =>
  seatsLeft >= seats;

/** Why she cannot wait now: nobody is given seats that she could not give back. */
export function whyNotWait(
  { cancellableUntil }: Pick<RegistrableActivity, 'cancellableUntil'>,
  now: number,
): RefusalCode | undefined {
  return now >= cancellableUntil ? 'waiting_list_closed' : undefined;
}

/** Why she cannot cancel here now. Leaving the waiting list is always possible. */
export function whyNotCancel(
  activity: RegistrableActivity,
  mine: RegistrationState,
  now: number,
): RefusalCode | undefined {
  if (mine === 'cancelled') return 'registration_cancelled';
  if (mine === 'registered' && now >= activity.cancellableUntil) return 'too_late_to_cancel';
  return undefined;
}
