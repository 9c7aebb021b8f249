import { useState, type ComponentType } from 'react';
import { Text, View } from '@tarojs/components';
import { deskActEndpoints, type DeskAct, type DeskTicket } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { whenInWords } from '@/features/case-ticket/when';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { BarSheet, RecuseSheet } from './bar-sheets';
import { HandOverSheet } from './hand-over-sheet';
import { MinorSheet } from './minor-sheets';
import { RedirectSheet } from './redirect-sheet';
import type { AskedProps, SectionProps } from './section';
import { useOnConflict } from './use-ticket';

interface Act {
  words: string;
  sheet: ComponentType<AskedProps>;
  /** Undefined for what everybody may. */
  right?: DeskAct;
}

const acts: readonly Act[] = [
  { words: '交给别的妇联', sheet: HandOverSheet, right: 'hand_over' },
  { words: '告知去向', sheet: RedirectSheet, right: 'redirect' },
  { words: '标为未成年人', sheet: MinorSheet, right: 'mark_minor' },
  { words: '请人回避', sheet: BarSheet, right: 'bar' },
  { words: '我要回避', sheet: RecuseSheet },
];

/** What is done seldom, each with a question of its own. */
export function MoreActs(section: SectionProps) {
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  const learn = (ticket: DeskTicket) => {
    close();
    section.onLearnt(ticket);
  };
  const { may, handOver } = section.ticket;
  return (
    <View className="stack">
      <Heading>还可以</Heading>
      {handOver && <Offered {...section} />}
      <View className="row">
        {acts
          .filter(({ right }) => !right || may.includes(right))
          .map((act) => (
            <Button key={act.words} look="second" onTap={() => setOpen(act)}>
              {act.words}
            </Button>
          ))}
      </View>
      {open && <open.sheet {...section} onLearnt={learn} onClose={close} />}
    </View>
  );
}

/** It was offered to another federation, which has not answered. */
function Offered({ ticket, onLearnt, onConflict }: SectionProps) {
  const recall = useSend(deskActEndpoints.recallHandOver);
  useOnConflict(recall.fault, onConflict);
  const { id, version, handOver, may } = ticket;
  const takeBack = async () => {
    const recalled = await recall.send({ params: { id }, body: { version } });
    if (recalled) onLearnt(recalled);
  };
  if (!handOver) return null;
  const { federationName, offeredByName, offeredAt } = handOver;
  return (
    <Note title={`请${federationName}接手，还没有回话`}>
      <View className="stack">
        <Text>{`${offeredByName ?? '同事'} ${whenInWords(offeredAt)} 提的。现在还是这里负责。`}</Text>
        <ActFault fault={recall.fault} ticket={ticket} />
        {may.includes('recall_hand_over') && (
          <Button look="second" busy={recall.busy} onTap={() => void takeBack()}>
            收回，自己办
          </Button>
        )}
      </View>
    </Note>
  );
}
