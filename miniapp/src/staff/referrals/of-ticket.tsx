import { Text, View } from '@tarojs/components';
import { referralEndpoints } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { ListHead } from '@/features/edit/list-head';
import { goTo } from '@/platform/navigate';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { ReferralCell } from './referral-cell';

export function ReferralsOfTicket({ ticketId }: { ticketId: string }) {
  const slips = useQuery(referralEndpoints.ofTicket, { params: { id: ticketId } });
  useReturned(slips.again);
  return (
    <PageState query={slips} title="转介单" isEmpty={() => false}>
      {({ referrals }) => (
        <View className="stack">
          <ListHead
            title="转介单"
            words="这件求助转给过谁，对方怎么说。"
            button="写转介单"
            onNew={() => goTo('/staff/new-referral/index', { ticketId })}
          />
          {referrals.length === 0 && <Text>还没有转给别的单位。</Text>}
          <View className="desk-list">
            {referrals.map((slip) => (
              <ReferralCell key={slip.id} slip={slip} />
            ))}
          </View>
        </View>
      )}
    </PageState>
  );
}
