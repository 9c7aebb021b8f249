import { useState } from 'react';
import { dayInWords, type Day } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Note } from '@/components/note';
import type { Saved } from '@/features/visit/field';
import { TypedDay } from './day-choice';

interface Props {
  onDay: (day: Day) => Saved;
  days: readonly Day[];
}

/** Without a network nobody but she can tell which day it is, once the phone's clock was changed. */
export function AskToday({ days, onDay }: Props) {
  const [why, setWhy] = useState<string>();
  const say = (day: Day) => {
    const saved = onDay(day);
    if (!saved.kept) setWhy(saved.why);
  };
  const yearOf = (day: Day) => `${day.slice(0, 4)}年`;
  return (
    <Note tone="warn" title="手机的时间变过。今天是哪一天？">
      <Choice
        label="点今天的日子"
        look="rows"
        options={days.map((value) => ({ value, label: yearOf(value) + dayInWords(value) }))}
        chosen={undefined}
        error={why}
        onChoose={say}
      />
      <TypedDay onDay={say} />
    </Note>
  );
}
