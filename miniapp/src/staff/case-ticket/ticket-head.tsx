import { Text, View } from '@tarojs/components';
import {
  caseTicketChannelLabels,
  caseTicketKindOfficialLabels,
  caseTicketOutcomeLabels,
  type DeskTicket,
} from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { Tag } from '@/components/tag';
import { RiskTag, StateTag } from '@/features/case-ticket/ticket-tags';
import { whenInWords } from '@/features/case-ticket/when';

interface Props {
  ticket: DeskTicket;
  level: 1 | 2;
}

export function TicketHead({ ticket, level }: Props) {
  const { kind, risk, state, sealed, federationName, receivedAt, followUp, channel, outcome } =
    ticket;
  return (
    <View className="stack">
      <Heading level={level}>{`求助：${caseTicketKindOfficialLabels[kind]}`}</Heading>
      <View className="one-ticket__tags">
        <RiskTag risk={risk} />
        <StateTag state={state} />
        {sealed && <Tag>已封存</Tag>}
        {followUp && <Tag>办结后可以回访</Tag>}
      </View>
      {outcome && <Text className="fact">{`结果：${caseTicketOutcomeLabels[outcome]}`}</Text>}
      <Text className="fact">{`${federationName} · 收到 ${whenInWords(receivedAt)} · ${caseTicketChannelLabels[channel]}`}</Text>
      <Text className="note">您这次打开已经记下，她的事只有该办的人能看。</Text>
    </View>
  );
}
