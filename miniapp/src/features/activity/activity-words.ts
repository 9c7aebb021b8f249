import {
  activityStateLabels,
  readRfc3339,
  registrationStateLabels,
  stretchInWords,
  whyNotRegister,
  type Activity,
  type MyRegistration,
} from '@niangjia/shared';
import type { Tone } from '@/components/tag';

const at = (moment: string): number => readRfc3339(moment) ?? 0;

/** What the rules ask of an activity, with its moments as numbers. */
export const ruled = (activity: Activity) => ({
  state: activity.state,
  registrationClosesAt: at(activity.registrationClosesAt),
  cancellableUntil: at(activity.cancellableUntil),
});

export type LiveRegistration = MyRegistration & { state: 'registered' | 'waiting' };

const isLive = (mine: MyRegistration): mine is LiveRegistration => mine.state !== 'cancelled';

/** Her registration while it counts: a cancelled one is as none. */
export const liveOf = ({ mine }: Activity): LiveRegistration | undefined =>
  mine && isLive(mine) ? mine : undefined;

export const whenItIs = ({ startsAt, endsAt }: Activity): string =>
  stretchInWords(at(startsAt), at(endsAt));

/** Whether so many seats would be hers at once. Who waits goes first. */
export const hasRoom = ({ seatsLeft, waiting }: Activity, seats: number): boolean =>
  waiting === 0 && seatsLeft >= seats;

/** The one thing to know of it before opening it; `now` in Unix milliseconds. */
export function standing(activity: Activity, now: number): { tone: Tone; words: string } {
  const mine = liveOf(activity);
  const { state, seatsLeft } = activity;
  if (state === 'cancelled') return { tone: 'warn', words: activityStateLabels.cancelled };
  if (mine)
    return {
      tone: mine.state === 'registered' ? 'ok' : 'info',
      words: registrationStateLabels[mine.state],
    };
  if (whyNotRegister(ruled(activity), undefined, now))
    return { tone: 'plain', words: activityStateLabels.closed };
  if (hasRoom(activity, 1)) return { tone: 'ok', words: `还有 ${seatsLeft} 个名额` };
  return { tone: 'info', words: '名额满了，可以候补' };
}
