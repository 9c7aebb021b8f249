import { momentInWords } from '@niangjia/shared';
import type { News } from '../notification';
import type { ActivityRow } from './activity.entity';

const whenAndWhere = ({ startsAt, place }: ActivityRow): string =>
  `${momentInWords(startsAt)}，${place}。`;

export const toldPromoted = (activity: ActivityRow): News => ({
  kind: 'registration_promoted',
  aboutId: activity.id,
  text: `“${activity.title}”空出了名额，您的候补已转为报名。${whenAndWhere(activity)}`,
});

/** What those who come go by. */
export interface Moved {
  /** Its time or place. */
  isElsewhere: boolean;
  /** The end of cancelling, brought forward. */
  isSooner: boolean;
}

export const toldChanged = (activity: ActivityRow, { isElsewhere, isSooner }: Moved): News => ({
  kind: 'activity_changed',
  aboutId: activity.id,
  text:
    (isElsewhere ? `“${activity.title}”的时间或地点改了：${whenAndWhere(activity)}` : '') +
    (isSooner ? sooner(activity) : ''),
});

const sooner = ({ title, cancellableUntil }: ActivityRow): string =>
  `“${title}”取消报名的截止时间提前到${momentInWords(cancellableUntil)}，过后去不了请跟办活动的妇联说一声。`;

export const toldCancelled = (activity: ActivityRow, reason: string): News => ({
  kind: 'activity_cancelled',
  aboutId: activity.id,
  text: `“${activity.title}”取消了。原因：${reason}`,
});
