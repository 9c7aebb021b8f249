import type { RefusalCode } from '../refusal';
import { mayMove } from '../state-machine';
import { activityLimits, type ActivityState, activityTransitions } from './activity';

/** The moments of an activity, in Unix milliseconds. */
export interface ActivityTimes {
  startsAt: number;
  endsAt: number;
  registrationClosesAt: number;
  cancellableUntil: number;
}

const dayMs = 24 * 60 * 60_000;

/** What is wrong with the order of the moments, by field; undefined when nothing is. */
export function activityTimeFaults(
  times: ActivityTimes,
): Partial<Record<keyof ActivityTimes, string>> | undefined {
  const { startsAt, endsAt, registrationClosesAt, cancellableUntil } = times;
  const faults = {
    ...(endsAt <= startsAt && { endsAt: '结束要在开始之后。' }),
    ...(endsAt - startsAt > activityLimits.days * dayMs && {
      endsAt: `一次活动最多 ${activityLimits.days} 天。分成几次来办。`,
    }),
    ...(registrationClosesAt > startsAt && { registrationClosesAt: '报名要在开始之前截止。' }),
    ...(cancellableUntil > startsAt && { cancellableUntil: '取消要在开始之前截止。' }),
  };
  return Object.keys(faults).length > 0 ? faults : undefined;
}

/** What the rules need to know of an activity; moments in Unix milliseconds. */
export interface TimedActivity {
  state: ActivityState;
  startsAt: number;
  endsAt: number;
}

/**
 * Why staff cannot cancel it now; undefined when they can. Whoever came was there: what has begun is never
 * told to have been cancelled. Serves the button and the server alike.
 */
export function whyNotCancelActivity(
  { state, startsAt }: Pick<TimedActivity, 'state' | 'startsAt'>,
  now: number,
): RefusalCode | undefined {
  if (!mayMove(activityTransitions, state, 'cancelled')) return 'activity_wrong_state';
  return now >= startsAt ? 'activity_started' : undefined;
}

/** Why staff cannot change it now; undefined when they can. A draft never took place. */
export function whyNotChangeActivity(
  { state, endsAt }: Pick<TimedActivity, 'state' | 'endsAt'>,
  now: number,
): RefusalCode | undefined {
  return state !== 'draft' && now >= endsAt ? 'activity_over' : undefined;
}
