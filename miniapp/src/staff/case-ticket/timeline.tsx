import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { whenInWords } from '@/features/case-ticket/when';
import { a11y } from '@/platform/a11y';
import { happenedInWords, newestFirst, type Happening } from './happenings';
import type { SectionProps } from './section';

const atFirst = 8;

/** All that happened and who looked, newest first. */
export function Timeline({ ticket: { events } }: SectionProps) {
  const [all, setAll] = useState(false);
  const happenings = newestFirst(events);
  const shown = all ? happenings : happenings.slice(0, atFirst);

  return (
    <View className="stack">
      <Heading>经过和谁看过</Heading>
      <View {...a11y({ role: 'list' })}>
        {shown.map((happening, index) => (
          <Happened key={happenings.length - index} happening={happening} />
        ))}
      </View>
      {shown.length < happenings.length && (
        <Button look="text" onTap={() => setAll(true)}>
          {`看全部 ${happenings.length} 条`}
        </Button>
      )}
    </View>
  );
}

function Happened({ happening }: { happening: Happening }) {
  const { at, who, note, times } = happening;
  const again = times > 1;
  return (
    <View className="event" {...a11y({ role: 'listitem' })}>
      <Text>
        {[who, happenedInWords(happening), again && `${times} 次`].filter(Boolean).join(' ')}
      </Text>
      {note && (
        <View className="fact selectable">
          <Text>{note}</Text>
        </View>
      )}
      <View className="note">
        <Text>{`${again ? '最近 ' : ''}${whenInWords(at)}`}</Text>
      </View>
    </View>
  );
}
