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
import type { Opening } from './panes-props';
import './ticket-list.scss';

interface Props {
  tickets: readonly DeskTicketRow[];
  opening: Opening;
}

export function TicketList({ tickets, opening: { openId, onOpen } }: Props) {
  const today = dayOf(Date.now());
  return (
    <View className="stack">
      <Text className="note">打开一件就记一次：谁看的、什么时候看的。</Text>
      <View className="tickets">
        {tickets.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            today={today}
            isOpen={ticket.id === openId}
            onOpen={onOpen}
          />
        ))}
      </View>
    </View>
  );
}

const whoHasIt = ({ isMine, assigneeName }: DeskTicketRow): string =>
  isMine ? '我在办' : (assigneeName ?? '还没分');

interface RowProps {
  ticket: DeskTicketRow;
  today: Day;
  isOpen: boolean;
  onOpen: (id: string) => void;
}

function TicketRow({ ticket, today, isOpen, onOpen }: RowProps) {
  const { id, risk, kind, state, federationName, sealed, locked } = ticket;
  const received = whenInWords(ticket.receivedAt);
  const due = ticket.dueDay ? dueInWords(ticket.dueDay, today) : undefined;
  const spoken = [
    caseTicketRiskLabels[risk],
    caseTicketKindOfficialLabels[kind],
    caseTicketStateLabels[state],
    federationName,
    whoHasIt(ticket),
    `收到：${received}`,
    due ? `期限：${due.words}` : '没有计时',
  ];

  return (
    <Tap
      className={`ticket-row ticket-row--${risk} ${isOpen ? 'ticket-row--open' : ''}`}
      label={spoken.join('，')}
      current={isOpen || undefined}
      onTap={() => onOpen(id)}
    >
      <View className="ticket-row__risk">
        <RiskTag risk={risk} />
      </View>
      <Text className="ticket-row__kind">{caseTicketKindOfficialLabels[kind]}</Text>
      <View className="ticket-row__state">
        <StateTag state={state} />
        {sealed && <Tag>已封存</Tag>}
        {locked && <Tag>内容锁着</Tag>}
        <Tag>{whoHasIt(ticket)}</Tag>
      </View>
      <Text className="ticket-row__federation fact">{federationName}</Text>
      <Text className="note">{`收到 ${received}`}</Text>
      <View className="ticket-row__due">
        {due ? <Tag tone={due.tone}>{due.words}</Tag> : <Text className="note">没有计时</Text>}
      </View>
    </Tap>
  );
}
