import { useState, type ComponentType } from 'react';
import { View } from '@tarojs/components';
import type { DeskAct, DeskTicket } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { RedirectSheet } from './redirect-sheet';
import type { AskedProps, SectionProps } from './section';

interface Act {
  words: string;
  sheet: ComponentType<AskedProps>;
  right: DeskAct;
}

const acts: readonly Act[] = [{ words: '告知去向', sheet: RedirectSheet, right: 'redirect' }];

/** What is done seldom, each with a question of its own. */
export function MoreActs(section: SectionProps) {
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  const learn = (ticket: DeskTicket) => {
    close();
    section.onLearnt(ticket);
  };
  const { may } = section.ticket;
  const now = acts.filter(({ right }) => may.includes(right));
  if (now.length === 0) return null;
  return (
    <View className="stack">
      <Heading>还可以</Heading>
      <View className="row">
        {now.map((act) => (
          <Button key={act.words} look="second" onTap={() => setOpen(act)}>
            {act.words}
          </Button>
        ))}
      </View>
      {open && <open.sheet {...section} onLearnt={learn} onClose={close} />}
    </View>
  );
}
