import { useState } from 'react';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { useSessionChange } from '@/features/account/use-session-change';
import { JobItem } from '@/features/job/job-item';
import { useJobs } from '@/features/job/use-jobs';
import { usePlace } from '@/features/womens-home/place';
import { PlaceChooser } from '@/features/womens-home/place-chooser';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { useReturned } from '@/platform/page-life';
import { PickUpChooser } from './pick-up-chooser';

export default function JobsPage() {
  const place = usePlace();
  const [pickUp, setPickUp] = useState<string>();
  const jobs = useJobs(usePointOf(place), pickUp);
  useReturned(jobs.again);
  useSessionChange(jobs.again);

  return (
    <Screen>
      <Heading level={1}>妈妈岗</Heading>
      <PlaceChooser place={place} />
      <PickUpChooser pickUp={pickUp} onPickUp={setPickUp} />
      <PageState
        query={jobs}
        isEmpty={(found) => found.length === 0}
        empty={<NoJobs pickUp={pickUp} onAll={() => setPickUp(undefined)} />}
      >
        {(found) =>
          found.map((job) => (
            <JobItem key={job.id} job={job} withDistance={place.kind === 'here'} pickUp={pickUp} />
          ))
        }
      </PageState>
      <More of={jobs} />
    </Screen>
  );
}

function NoJobs({ pickUp, onAll }: { pickUp?: string; onAll: () => void }) {
  if (!pickUp) return <Note title="现在没有招人的岗位。过几天再来看看。" />;
  return (
    <Note title={`没有 ${pickUp} 前下班的班次。换个时间看看。`}>
      <Button look="second" onTap={onAll}>
        看全部岗位
      </Button>
    </Note>
  );
}
