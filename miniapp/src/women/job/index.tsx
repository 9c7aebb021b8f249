import { useState } from 'react';
import { jobEndpoints, type MyBooking } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { useSessionChange } from '@/features/account/use-session-change';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { JobCard } from './job-card';
import { Outcome } from './outcome';

export default function JobPage() {
  const { id = '', pickUp } = usePageQuery();
  const job = useQuery(jobEndpoints.one, { params: { id } });
  const [outcome, setOutcome] = useState<MyBooking>();
  useReturned(job.again);
  useSessionChange(job.again);
  const back = () => {
    setOutcome(undefined);
    job.again();
  };

  return (
    <Screen>
      {outcome && <Outcome booking={outcome} onBack={back} />}
      {!outcome && (
        <PageState query={job} title="妈妈岗">
          {(found) => (
            <JobCard job={found} pickUp={pickUp} onOutcome={setOutcome} onStale={job.again} />
          )}
        </PageState>
      )}
    </Screen>
  );
}
