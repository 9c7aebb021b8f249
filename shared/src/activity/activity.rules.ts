import { activityLimits } from './activity';

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
