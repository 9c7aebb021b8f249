import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { closureEndpoints, pageLimits, type Closure } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { useList } from '@/platform/use-list';
import { useQuery } from '@/platform/use-query';
import { openTicket } from '../desk/panes-props';
import { TicketList } from '../desk/ticket-list';
import { periodLabels, periodNames, periodOf } from './periods';

const periods = periodNames.map((value) => ({ value, label: periodLabels[value] }));
const halves = [
  { value: 'no', label: '没有办结的' },
  { value: 'yes', label: '办结了的' },
] as const;

/** 办结率 with how many it is made of, and every one of them by a tap. Nobody is ranked. */
export function ClosureRate() {
  const [name, setName] = useState<(typeof periodNames)[number]>('this_month');
  const [half, setHalf] = useState<(typeof halves)[number]['value']>('no');
  const period = periodOf(name, Date.now());
  const closure = useQuery(closureEndpoints.closure, { query: period });
  const tickets = useList(closureEndpoints.tickets, {
    query: { ...period, closed: half === 'yes', limit: pageLimits.default },
  });

  return (
    <View className="stack">
      <Heading level={1}>办结率</Heading>
      <Text className="note">60 天的办理期限在这段时间到期的，到期前办结了几件。</Text>
      <Choice label="哪段时间" options={periods} chosen={name} onChoose={setName} />
      <PageState query={closure}>{(known) => <Rate closure={known} />}</PageState>
      <Choice label="看是哪几件" options={halves} chosen={half} onChoose={setHalf} />
      <PageState
        query={tickets}
        isEmpty={(items) => items.length === 0}
        empty={<Text>这段时间没有这样的。</Text>}
      >
        {(items) => <TicketList tickets={items} opening={{ onOpen: openTicket }} />}
      </PageState>
      <More of={tickets} />
    </View>
  );
}

/** Rounded, but 100 only when none is left: nobody is to take 199 of 200 for all. */
function percentOf({ due, closed }: Closure): number {
  if (closed === due) return 100;
  return Math.min(99, Math.round((closed / due) * 100));
}

function Rate({ closure }: { closure: Closure }) {
  const { due, closed } = closure;
  if (due === 0) return <Text>这段时间没有到期的，算不出办结率。</Text>;
  return (
    <Text className="strong">{`到期 ${due} 件，办结 ${closed} 件，${percentOf(closure)}%`}</Text>
  );
}
