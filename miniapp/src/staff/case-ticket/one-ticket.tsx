import { useEffect, type ComponentType } from 'react';
import { View } from '@tarojs/components';
import type { DeskTicket } from '@niangjia/shared';
import { PageState } from '@/components/page-state';
import { goBack } from '@/platform/navigate';
import { isGone } from '@/platform/refused';
import { BesideTheTicket } from './beside-the-ticket';
import { Deadlines } from './deadlines';
import { dropDraft } from './drafts';
import { Messages } from './messages';
import { Minor } from './minor';
import { Moves } from './moves';
import { MoreActs } from './more-acts';
import { InDanger, ReachingHer } from './reaching-her';
import type { SectionProps } from './section';
import { TicketHead } from './ticket-head';
import { Timeline } from './timeline';
import { useTicket } from './use-ticket';
import { Whose } from './whose';
import { WriteForm } from './write-form';
import './one-ticket.scss';

/** What stands on the page of a ticket, in the order in which she needs it on a phone. */
const sections: Record<string, ComponentType<SectionProps>[]> = {
  reach: [InDanger, Minor, ReachingHer],
  talk: [Messages, WriteForm, Moves, Whose, MoreActs],
  record: [Deadlines, BesideTheTicket, Timeline],
};

interface Props {
  id: string;
  /** Of its heading: 2 where it stands beside the list. */
  level?: 1 | 2;
  onLearnt?: (ticket: DeskTicket) => void;
  /** It is not hers to see any more. */
  onLost?: () => void;
  /** She gave it away herself: away from its page. */
  onGone?: () => void;
}

/** One ticket: on a phone below each other, on a PC beside each other. */
export function OneTicket({ id, level = 1, onLearnt, onLost, onGone = goBack }: Props) {
  const query = useTicket(id);
  const learn = (ticket: DeskTicket) => {
    query.learn(ticket);
    onLearnt?.(ticket);
  };
  const lose = () => {
    dropDraft(id);
    onLost?.();
  };
  useEffect(() => {
    if (isGone(query.fault)) lose();
  }, [query.fault]);
  const leave = () => {
    lose();
    onGone();
  };
  const acts = { onLearnt: learn, onConflict: query.again, onGone: leave };
  return (
    <PageState query={query} title={level === 1 ? '工单' : undefined}>
      {(ticket) => (
        <View className="one-ticket">
          <View className="one-ticket__head stack">
            <TicketHead ticket={ticket} level={level} />
          </View>
          {Object.entries(sections).map(([place, parts]) => (
            <View key={place} className={`one-ticket__${place} stack`}>
              {parts.map((Section, index) => (
                <Section key={index} ticket={ticket} {...acts} />
              ))}
            </View>
          ))}
        </View>
      )}
    </PageState>
  );
}
