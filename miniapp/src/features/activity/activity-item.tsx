import { Text, View } from '@tarojs/components';
import type { Activity } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Tag } from '@/components/tag';
import { Tap } from '@/components/tap';
import { distanceInWords } from '@/features/womens-home/home-words';
import { goTo } from '@/platform/navigate';
import { standing, whenItIs } from './activity-words';

interface Props {
  activity: Activity;
  /** Left out when the distance is from the middle of a town and not from her. */
  withDistance: boolean;
}

/** One activity in a list: when, where, and whether there is room. */
export function ActivityItem({ activity, withDistance }: Props) {
  const { id, title, place, distanceMetres } = activity;
  const { tone, words } = standing(activity, Date.now());
  const distance =
    withDistance && distanceMetres !== null ? distanceInWords(distanceMetres) : undefined;
  const heard = [title, words, whenItIs(activity), place, distance].filter(Boolean).join('，');
  return (
    <Card>
      <Tap
        className="item"
        role="link"
        label={heard}
        onTap={() => goTo('/women/activity/index', { id })}
      >
        <View className="strong">
          <Text>{title}</Text>
        </View>
        <View>
          <Text>{whenItIs(activity)}</Text>
        </View>
        <View className="note">
          <Text>{place}</Text>
        </View>
        <View className="tags">
          <Tag tone={tone}>{words}</Tag>
          {distance && <Tag>{distance}</Tag>}
        </View>
      </Tap>
      <Listen elderOnly text={heard} about={title} />
    </Card>
  );
}
