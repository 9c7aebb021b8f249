import { View } from '@tarojs/components';
import type { DeskTicket } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { Deadlines } from './deadlines';
import { Messages } from './messages';
import { Moves } from './moves';
import { ReachingHer } from './reaching-her';
import { TicketHead } from './ticket-head';
import { Timeline } from './timeline';
import { useTicket } from './use-ticket';
import { WriteForm } from './write-form';
import './one-ticket.scss';

interface Props {
  id: string;
  /** Of its heading: 2 where it stands beside the list. */
  level?: 1 | 2;
  onLearnt?: (ticket: DeskTicket) => void;
}

/** One ticket: on a phone in the order in which she needs it, on a PC beside each other. */
export function OneTicket({ id, level = 1, onLearnt }: Props) {
  const query = useTicket(id);
  const { again } = query;
  const learn = (ticket: DeskTicket) => {
    query.learn(ticket);
    onLearnt?.(ticket);
  };
  return (
    <PageState query={query} title={level === 1 ? '工单' : undefined}>
      {(ticket) => (
        <View className="one-ticket">
          <View className="one-ticket__head stack">
            <TicketHead ticket={ticket} level={level} />
          </View>
          <View className="one-ticket__reach stack">
            <ReachingHer ticket={ticket} />
          </View>
          <View className="one-ticket__talk stack">
            <Messages messages={ticket.messages} />
            <WriteForm ticket={ticket} onWritten={learn} onConflict={again} />
            <Moves ticket={ticket} onMoved={learn} onConflict={again} />
          </View>
          <View className="one-ticket__record stack">
            <Deadlines deadlines={ticket.deadlines} />
            <Timeline events={ticket.events} />
          </View>
        </View>
      )}
    </PageState>
  );
}
