import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { accountEndpoints, caseTicketEndpoints, pageLimits, type Account } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { Skeleton } from '@/components/skeleton';
import { mayDo } from '@/features/account/rights';
import { usePulled, useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { useQuery } from '@/platform/use-query';
import { OurJobs } from '../jobs/our-jobs';
import { Filters, type Filter } from './filters';
import { TicketList } from './ticket-list';
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

function Tickets() {
  const [filter, setFilter] = useState<Filter>({});
  const [limit, setLimit] = useState<number>(pageLimits.default);
  const tickets = useList(caseTicketEndpoints.desk, { query: { ...filter, limit } });
  const { data = [], busy, again, more } = tickets;

  // Reads again as many rows as she had, so that she comes back to the same place.
  const refresh = () => {
    setLimit(Math.min(pageLimits.max, Math.max(pageLimits.default, data.length)));
    again();
  };
  useReturned(refresh);
  usePulled(refresh);

  return (
    <View className="stack">
      <View className="desk__head">
        <Heading>求助</Heading>
        <Button look="second" busy={busy} busyText="正在打开" onTap={refresh}>
          刷新
        </Button>
      </View>
      <Filters filter={filter} onChange={setFilter} />
      <PageState
        query={tickets}
        isEmpty={(rows) => rows.length === 0}
        empty={<Nothing filtered={Boolean(filter.state ?? filter.risk)} />}
      >
        {(rows) => <TicketList tickets={rows} />}
      </PageState>
      {more && (
        <Button look="second" onTap={more}>
          {`再看 ${limit} 件`}
        </Button>
      )}
      {data.length > 0 && !more && !busy && <Text className="note">没有更多了。</Text>}
    </View>
  );
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <Text>{filtered ? '这样选，一件也没有。换个条件看看。' : '今天没有新的求助。'}</Text>
);
