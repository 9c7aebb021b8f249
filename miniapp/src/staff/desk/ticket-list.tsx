import { Text, View } from '@tarojs/components';
import {
  caseTicketKindOfficialLabels,
  caseTicketRiskLabels,
  caseTicketStateLabels,
  dayOf,
  type Day,
  type DeskTicketRow,
} from '@niangjia/shared';
import { Tag } from '@/components/tag';
import { Tap } from '@/components/tap';
import { dueInWords } from '@/features/case-ticket/due';
import { RiskTag, StateTag } from '@/features/case-ticket/ticket-tags';
import { whenInWords } from '@/features/case-ticket/when';
import { a11y } from '@/platform/a11y';
import { goTo } from '@/platform/navigate';
import './ticket-list.scss';

const columns = ['风险', '事由', '进展', '妇联', '收到', '期限'];

export function TicketList({ tickets }: { tickets: readonly DeskTicketRow[] }) {
  const today = dayOf(Date.now());
  return (
    <View className="stack">
      <Text className="note">打开一件就记一次：谁看的、什么时候看的。</Text>
      <View className="tickets">
        <View className="tickets__columns ticket-row__grid" {...a11y({ hidden: true })}>
          {columns.map((column) => (
            <Text key={column}>{column}</Text>
          ))}
        </View>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} today={today} />
        ))}
      </View>
    </View>
  );
}

function TicketRow({ ticket, today }: { ticket: DeskTicketRow; today: Day }) {
  const { id, risk, kind, state, federationName, sealed } = ticket;
  const received = whenInWords(ticket.receivedAt);
  const due = ticket.dueDay ? dueInWords(ticket.dueDay, today) : undefined;
  const spoken = [
    caseTicketRiskLabels[risk],
    caseTicketKindOfficialLabels[kind],
    caseTicketStateLabels[state],
    federationName,
    `收到：${received}`,
    due ? `期限：${due.words}` : '没有计时',
  ];

  return (
    <Tap
      className={`ticket-row ticket-row__grid ticket-row--${risk}`}
      label={spoken.join('，')}
      onTap={() => goTo('/staff/case-ticket/index', { id })}
    >
      <View className="ticket-row__risk">
        <RiskTag risk={risk} />
      </View>
      <Text className="ticket-row__kind">{caseTicketKindOfficialLabels[kind]}</Text>
      <View className="ticket-row__state">
        <StateTag state={state} />
        {sealed && <Tag>已封存</Tag>}
      </View>
      <Text className="ticket-row__federation fact">{federationName}</Text>
      <Text className="ticket-row__received note">
        <Text className="ticket-row__word">收到 </Text>
        {received}
      </Text>
      <View className="ticket-row__due">
        {due ? <Tag tone={due.tone}>{due.words}</Tag> : <Text className="note">没有计时</Text>}
      </View>
    </Tap>
  );
}
