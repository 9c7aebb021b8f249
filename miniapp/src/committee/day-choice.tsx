import { useState } from 'react';
import { dayInWords, type Day } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice, type Option } from '@/components/choice';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { readTypedDay } from '@/features/edit/typed';

interface Props {
  label: string;
  hint?: string;
  /** What is chosen most: 今天, 一周后. */
  near: readonly Option<string>[];
  /** The way to any other day: 选一天. */
  far: string;
  /** What the sheet offers before she types a day. */
  days: readonly Day[];
  chosen: string;
  onChoose: (value: string) => void;
}

const other = 'other';

/** A day by one tap; any other from a sheet, or typed. */
export function DayChoice({ label, hint, near, far, days, chosen, onChoose }: Props) {
  const [choosing, setChoosing] = useState(false);
  const isOther = !near.some(({ value }) => value === chosen);
  const options = [...near, { value: other, label: isOther ? dayInWords(chosen) : far }];
  const choose = (value: string) => {
    setChoosing(value === other);
    if (value !== other) onChoose(value);
  };
  return (
    <>
      <Choice
        label={label}
        hint={hint}
        options={options}
        chosen={isOther ? other : chosen}
        onChoose={choose}
      />
      {choosing && (
        <Sheet title={far} onClose={() => setChoosing(false)}>
          <Choice
            label={label}
            options={days.map((value) => ({ value, label: dayInWords(value) }))}
            chosen={chosen}
            onChoose={choose}
          />
          <TypedDay onDay={choose} />
        </Sheet>
      )}
    </>
  );
}

export function TypedDay({ onDay }: { onDay: (day: Day) => void }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const read = () => {
    const day = readTypedDay(typed);
    setError(day ? undefined : '没有这一天。写成 2026-11-01 这样。');
    if (day) onDay(day);
  };
  return (
    <>
      <Field label="别的日子" error={error} onText={setTyped} onDone={read} />
      <Button look="second" onTap={read}>
        就这天
      </Button>
    </>
  );
}
