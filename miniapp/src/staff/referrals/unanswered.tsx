import { Text, View } from '@tarojs/components';
import { referralEndpoints } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import '@/features/edit/editor.scss';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { ReferralCell } from './referral-cell';

/** What waits longest stands first: to ring them up. */
export function Unanswered() {
  const slips = useList(referralEndpoints.unanswered, {});
  useReturned(slips.again);
  return (
    <View className="stack">
      <Heading level={1}>没有答复的转介单</Heading>
      <Text className="note">过了天数还没有答复的，打电话问一问。</Text>
      <PageState
        query={slips}
        isEmpty={(items) => items.length === 0}
        empty={<Text>没有过期的。转出去的都答复了，或还在天数里。</Text>}
      >
        {(items) => (
          <View className="desk-list">
            {items.map((slip) => (
              <ReferralCell key={slip.id} slip={slip} />
            ))}
          </View>
        )}
      </PageState>
      <More of={slips} />
    </View>
  );
}
