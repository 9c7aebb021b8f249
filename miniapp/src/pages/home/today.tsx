import { View } from '@tarojs/components';
import { dayOf } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { ActivityItem } from '@/features/activity/activity-item';
import { useActivities } from '@/features/activity/use-activities';
import type { PointOf } from '@/features/womens-home/use-point-of';
import { goToTab } from '@/platform/navigate';

const shown = 3;

interface Props {
  where: PointOf;
  withDistance: boolean;
}

/** 今天有什么: at most three near her. Nothing today, or no answer, takes no room from the homes. */
export function Today({ where, withDistance }: Props) {
  const { data = [] } = useActivities(where, dayOf(Date.now()), shown);
  if (data.length === 0) return null;
  return (
    <View className="stack">
      <Heading>今天有什么</Heading>
      {data.map((activity) => (
        <ActivityItem key={activity.id} activity={activity} withDistance={withDistance} />
      ))}
      <Button look="text" onTap={() => goToTab('/pages/activities/index')}>
        看所有活动
      </Button>
    </View>
  );
}
