import { View } from '@tarojs/components';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { goTo } from '@/platform/navigate';
import type { SectionProps } from './section';

/** What goes on with others about a ticket: where it was sent on, and who mediates. */
export function BesideTheTicket({ ticket: { id: ticketId } }: SectionProps) {
  return (
    <View className="stack">
      <Heading>转介和调解</Heading>
      <Cell
        title="转介单"
        facts={['转给法院、公安等单位，打印，登记结果']}
        onTap={() => goTo('/staff/referrals/index', { ticketId })}
      />
      <Cell
        title="调解员"
        facts={['请调解员，登记回避']}
        onTap={() => goTo('/staff/mediation/index', { ticketId })}
      />
    </View>
  );
}
