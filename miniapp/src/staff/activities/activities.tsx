import { Text, View } from '@tarojs/components';
import { activityEndpoints, activityStateLabels, type DeskActivity } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { whenItIs } from '@/features/activity/activity-words';
import { ListHead } from '@/features/edit/list-head';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';

const editor = '/staff/activity/index';

export function Activities() {
  const activities = useList(activityEndpoints.deskList, {});
  useReturned(activities.again);
  return (
    <View className="stack">
      <ListHead
        title="活动"
        words="您这一片办的活动，最近的在前面。"
        button="新建活动"
        onNew={() => goTo(editor)}
      />
      <PageState
        query={activities}
        isEmpty={(items) => items.length === 0}
        empty={<Text>您这一片还没有活动。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((activity) => (
              <ActivityCell key={activity.id} activity={activity} />
            ))}
          </View>
        )}
      </PageState>
      <More of={activities} />
    </View>
  );
}

function ActivityCell({ activity }: { activity: DeskActivity }) {
  const { id, title, place, federationName, seats, seatsLeft, waiting, state } = activity;
  const taken = `${seats} 个名额报了 ${seats - seatsLeft} 个`;
  const facts = [
    [activityStateLabels[state], taken, ...(waiting > 0 ? [`${waiting} 位候补`] : [])].join(' · '),
    whenItIs(activity),
    place,
    federationName,
  ];
  return <Cell title={title} facts={facts} onTap={() => goTo(editor, { id })} />;
}
