import { jobEndpoints } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SignedIn } from '@/features/account/signed-in';
import { usePageQuery } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { JobBookings } from './job-bookings';

export default function JobBookingsPage() {
  const { id = '' } = usePageQuery();
  return (
    <Screen wide>
      <SignedIn>
        <OneJob id={id} />
      </SignedIn>
    </Screen>
  );
}

function OneJob({ id }: { id: string }) {
  // As every woman sees it: nothing in it needs a right.
  const job = useQuery(jobEndpoints.one, { params: { id } });
  useReturned(() => job.fault && job.again());
  return (
    <PageState query={job} title="预约名单">
      {(found) => <JobBookings job={found} />}
    </PageState>
  );
}
