import { View } from '@tarojs/components';
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

/** One ticket: on a phone in the order in which she needs it, on a PC beside each other. */
export function OneTicket({ id }: { id: string }) {
  const query = useTicket(id);
  const { learn, again } = query;
  return (
    <PageState query={query} title="工单">
      {(ticket) => (
        <View className="one-ticket">
          <View className="one-ticket__head stack">
            <TicketHead ticket={ticket} />
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
