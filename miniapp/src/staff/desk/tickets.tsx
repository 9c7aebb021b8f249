import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  caseTicketEndpoints,
  deadlineEndpoints,
  deskActEndpoints,
  pageLimits,
  type DeskTicketRow,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { usePulled, useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { Escalations } from './escalations';
import { isNarrowed, type Narrowed } from './filter-words';
import { Filters } from './filters';
import { HandOvers } from './hand-overs';
import { Keys } from './keys';
import { Panes } from './panes';
import type { Opening } from './panes-props';
import { TicketList } from './ticket-list';

const { default: limit } = pageLimits;
const beside = { query: { limit } };

/** The tickets of her branch, and at a PC the one that she opened beside them. */
export function Tickets() {
  const [narrowed, setNarrowed] = useState<Narrowed>({ filter: {} });
  const { filter } = narrowed;
  const [changed, setChanged] = useState<Record<string, DeskTicketRow | 'lost'>>({});
  const tickets = useList(caseTicketEndpoints.desk, { query: { ...filter, limit } });
  const { data = [], busy, again, more } = tickets;
  const offers = useList(deskActEndpoints.handOvers, beside);
  const escalations = useList(deadlineEndpoints.escalations, beside);

  const refresh = () => {
    setChanged({});
    again();
    offers.again();
    escalations.again();
  };
  useReturned(refresh);
  usePulled(refresh);

  const list = (opening: Opening) => (
    <View className="stack">
      <View className="desk__head">
        <Heading>求助</Heading>
        <View className="row">
          <Keys />
          <Button look="second" busy={busy} busyText="正在打开" onTap={refresh}>
            刷新
          </Button>
        </View>
      </View>
      <Filters narrowed={narrowed} onChange={setNarrowed} />
      <HandOvers offers={offers} onMoved={refresh} />
      <Escalations escalations={escalations} onOpen={opening.onOpen} />
      <PageState
        query={tickets}
        isEmpty={(rows) => rows.length === 0}
        empty={<Nothing filtered={isNarrowed(filter)} />}
      >
        {(rows) => (
          <TicketList
            tickets={rows.map((row) => changed[row.id] ?? row).filter((row) => row !== 'lost')}
            opening={opening}
          />
        )}
      </PageState>
      <More of={tickets} />
      {data.length > 0 && !more && <Text className="note">没有更多了。</Text>}
    </View>
  );
  const change = (id: string, to: DeskTicketRow | 'lost') =>
    setChanged((before) => ({ ...before, [id]: to }));
  return (
    <Panes
      list={list}
      onChanged={(ticket) => change(ticket.id, ticket)}
      onLost={(id) => change(id, 'lost')}
    />
  );
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <Text>{filtered ? '这样选，一件也没有。换个条件看看。' : '今天没有新的求助。'}</Text>
);
