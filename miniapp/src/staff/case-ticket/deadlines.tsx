import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nearestDueDay, type Deadline, type TicketDeadlines } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { ClockActs } from './clock-acts';
import { ClockStanding, clockNotes } from './clock-standing';
import type { SectionProps } from './section';
import { StartClockSheet } from './start-clock-sheet';

/** Every date that runs: by which article, how it was counted, and what may be done about it. */
export function Deadlines({ ticket, onLearnt, onConflict }: SectionProps) {
  const [starting, setStarting] = useState(false);
  const learn = ({ version, deadlines }: TicketDeadlines) => {
    setStarting(false);
    onLearnt({
      ...ticket,
      // What somebody else did in between she has not seen: then the next act tells her.
      version: version === ticket.version + 1 ? version : ticket.version,
      deadlines,
      dueDay: nearestDueDay(deadlines),
    });
  };
  const { deadlines, sealed } = ticket;
  const acts = { ticket, onClocks: learn, onConflict };

  return (
    <View className="stack">
      <Heading>期限</Heading>
      {deadlines.length === 0 && <Text className="note">现在没有计时。受理后开始算。</Text>}
      {deadlines.map((clock) => (
        <Clock key={clock.rule} clock={clock} acts={acts} />
      ))}
      {!sealed && (
        <Button look="text" onTap={() => setStarting(true)}>
          再算一个期限
        </Button>
      )}
      {starting && <StartClockSheet {...acts} onClose={() => setStarting(false)} />}
    </View>
  );
}

interface ClockProps {
  clock: Deadline;
  acts: Omit<Parameters<typeof ClockActs>[0], 'clock'>;
}

const Clock = ({ clock, acts }: ClockProps) => (
  <Card>
    <Text>{clock.what}</Text>
    <ClockStanding clock={clock} />
    {clockNotes(clock).map((note) => (
      <View key={note}>
        <Text className="note">{note}</Text>
      </View>
    ))}
    <ClockActs {...acts} clock={clock} />
  </Card>
);
