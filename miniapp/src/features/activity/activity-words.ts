import {
  activityStateLabels,
  hasRoom,
  readRfc3339,
  registrationStateLabels,
  stretchInWords,
  whyNotRegister,
  whyNotWait,
  type Activity,
  type MyRegistration,
  type RefusalCode,
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

/** Why she cannot have or wait for so many seats now; `now` in Unix milliseconds. */
export function whyNotAsk(activity: Activity, seats: number, now: number): RefusalCode | undefined {
  const why = whyNotRegister(ruled(activity), undefined, now);
  if (why || hasRoom(activity, seats)) return why;
  return whyNotWait(ruled(activity), now);
}

/** `3 位在候补`, each with the seats she asked for. */
export const queueInWords = ({ waiting }: Pick<Activity, 'waiting'>): string =>
  waiting > 0 ? `${waiting} 位在候补` : '还没有人候补';

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
  if (whyNotWait(ruled(activity), now)) return { tone: 'plain', words: '名额满了' };
  const queue = activity.waiting > 0 ? queueInWords(activity) : '可以候补';
  return { tone: 'info', words: `名额满了，${queue}` };
}
