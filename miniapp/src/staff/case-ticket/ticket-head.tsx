import { Text, View } from '@tarojs/components';
import { caseTicketKindOfficialLabels, type DeskTicket } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { RiskTag, StateTag } from '@/features/case-ticket/ticket-tags';
import { whenInWords } from '@/features/case-ticket/when';

export function TicketHead({ ticket }: { ticket: DeskTicket }) {
  const { kind, risk, state, sealed, federationName, receivedAt, followUp } = ticket;
  return (
    <View className="stack">
      <Heading level={1}>{`求助：${caseTicketKindOfficialLabels[kind]}`}</Heading>
      <View className="one-ticket__tags">
        <RiskTag risk={risk} />
        <StateTag state={state} />
        {sealed && <Tag>已封存</Tag>}
        {followUp && <Tag>办结后可以回访</Tag>}
      </View>
      <Text className="fact">{`${federationName} · 收到 ${whenInWords(receivedAt)}`}</Text>
      <Text className="note">您这次打开已经记下，她的事只有该办的人能看。</Text>
    </View>
  );
}
