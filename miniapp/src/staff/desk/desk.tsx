import { Text, View } from '@tarojs/components';
import { accountEndpoints, type Account } from '@niangjia/shared';
import { Skeleton } from '@/components/skeleton';
import { mayDo } from '@/features/account/rights';
import { useQuery } from '@/platform/use-query';
import { OurJobs } from '../jobs/our-jobs';
import { Tickets } from './tickets';
import { WhoWorks } from './who-works';
import './desk.scss';

export function Desk() {
  const { data: me, fault } = useQuery(accountEndpoints.me, {});
  return (
    <View className="stack">
      <WhoWorks me={me} />
      {me || fault ? <Work me={me} /> : <Skeleton />}
    </View>
  );
}

/** The tickets also when it could not be read who she is: they must not wait for that. */
function Work({ me }: { me?: Account }) {
  if (!me || mayDo(me, 'case_ticket.triage')) return <Tickets />;
  const isContact = mayDo(me, 'booking.read_shared') && !mayDo(me, 'job.edit');
  if (isContact) return <OurJobs />;
  return mayDo(me, 'visit.log') ? <InTheField /> : <NoPost />;
}

const InTheField = () => <Text>求助由受理的人办。您的事在“执委工作”里。</Text>;

const NoPost = () => <Text>您现在没有受理求助的任职。有了任职，求助会出现在这里。</Text>;
