import { useState } from 'react';
import { activityEndpoints, type MyRegistration } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { useSessionChange } from '@/features/account/use-session-change';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { ActivityCard } from './activity-card';
import { Outcome } from './outcome';

export default function ActivityPage() {
  const { id = '' } = usePageQuery();
  const activity = useQuery(activityEndpoints.one, { params: { id } });
  const [outcome, setOutcome] = useState<MyRegistration>();
  useReturned(activity.again);
  useSessionChange(activity.again);
  const back = () => {
    setOutcome(undefined);
    activity.again();
  };

  return (
    <Screen>
      {outcome && <Outcome registration={outcome} onBack={back} />}
      {!outcome && (
        <PageState query={activity} title="活动">
          {(found) => (
            <ActivityCard activity={found} onOutcome={setOutcome} onStale={activity.again} />
          )}
        </PageState>
      )}
    </Screen>
  );
}
