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

export const toldChanged = (activity: ActivityRow): News => ({
  kind: 'activity_changed',
  aboutId: activity.id,
  text: `“${activity.title}”的时间或地点改了：${whenAndWhere(activity)}`,
});

export const toldCancelled = (activity: ActivityRow, reason: string): News => ({
  kind: 'activity_cancelled',
  aboutId: activity.id,
  text: `“${activity.title}”取消了。原因：${reason}`,
});
