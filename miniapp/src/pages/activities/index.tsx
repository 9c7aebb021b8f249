import { useState } from 'react';
import type { Day } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { useSessionChange } from '@/features/account/use-session-change';
import { ActivityItem } from '@/features/activity/activity-item';
import { useActivities } from '@/features/activity/use-activities';
import { usePlace } from '@/features/womens-home/place';
import { PlaceChooser } from '@/features/womens-home/place-chooser';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { useReturned } from '@/platform/page-life';
import { DayChooser } from './day-chooser';

const orders = [
  { value: 'soonest', label: '早的' },
  { value: 'nearest', label: '近的' },
] as const;
type Order = (typeof orders)[number]['value'];

export default function ActivitiesPage() {
  const place = usePlace();
  const [day, setDay] = useState<Day>();
  const [order, setOrder] = useState<Order>('soonest');
  const where = usePointOf(place);
  const from = order === 'nearest' ? where : { settled: true };
  const activities = useActivities(from, day);
  useReturned(activities.again);
  useSessionChange(activities.again);

  return (
    <Screen>
      <Heading level={1}>活动</Heading>
      <PlaceChooser place={place} />
      <DayChooser day={day} onDay={setDay} />
      {place.kind !== 'unknown' && (
        <Choice label="先看哪些" options={orders} chosen={order} onChoose={setOrder} />
      )}
      <PageState
        query={activities}
        isEmpty={(found) => found.length === 0}
        empty={<NoActivities ofDay={day !== undefined} onAll={() => setDay(undefined)} />}
      >
        {(found) =>
          found.map((activity) => (
            <ActivityItem
              key={activity.id}
              activity={activity}
              withDistance={place.kind === 'here'}
            />
          ))
        }
      </PageState>
      <More of={activities} />
    </Screen>
  );
}

function NoActivities({ ofDay, onAll }: { ofDay: boolean; onAll: () => void }) {
  if (!ofDay) return <Note title="现在没有要办的活动。过几天再来看看。" />;
  return (
    <Note title="这一天没有活动。看看别的日子。">
      <Button look="second" onTap={onAll}>
        看所有日子
      </Button>
    </Note>
  );
}
