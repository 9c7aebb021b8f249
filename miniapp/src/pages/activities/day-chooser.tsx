import { useState } from 'react';
import { addDays, dayInWords, dayOf, type Day } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Sheet } from '@/components/sheet';

interface Props {
  /** Undefined for all days. */
  day: Day | undefined;
  onDay: (day: Day | undefined) => void;
}

const any = 'any';
const other = 'other';
const daysAhead = 21;

/** 都看, 今天, 明天, and a sheet with three weeks. */
export function DayChooser({ day, onDay }: Props) {
  const [choosing, setChoosing] = useState(false);
  const today = dayOf(Date.now());
  const tomorrow = addDays(today, 1);
  const isOther = day !== undefined && day !== today && day !== tomorrow;
  const near = [
    { value: any, label: '都看' },
    { value: today, label: '今天' },
    { value: tomorrow, label: '明天' },
    { value: other, label: isOther ? dayInWords(day) : '选日子' },
  ];
  const choose = (value: string) => {
    if (value === other) return setChoosing(true);
    onDay(value === any ? undefined : value);
  };
  return (
    <>
      <Choice
        label="哪一天"
        options={near}
        chosen={isOther ? other : (day ?? any)}
        onChoose={choose}
      />
      {choosing && (
        <Sheet title="选日子" onClose={() => setChoosing(false)}>
          <Choice
            label="往后三周"
            options={daysFrom(today)}
            chosen={day}
            onChoose={(value) => {
              onDay(value);
              setChoosing(false);
            }}
          />
        </Sheet>
      )}
    </>
  );
}

const daysFrom = (today: Day) =>
  Array.from({ length: daysAhead }, (_, n) => addDays(today, n)).map((value) => ({
    value,
    label: dayInWords(value),
  }));
