import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Tap } from '@/components/tap';
import { Wrong } from '@/components/wrong';
import { faultAt, type Faults } from '@/features/edit/faults';
import { readTypedTime } from '@/features/edit/typed';
import { weekdayLabels } from '@/features/edit/weekdays';
import { copyOf, type Stretch } from './draft';
import { Stretches } from './stretches';

interface Props {
  weekly: Stretch[][];
  faults: Faults;
  onChange: (weekly: Stretch[][]) => void;
}

/** Seven rows; one day at a time opens for typing. */
export function WeekPart({ weekly, faults, onChange }: Props) {
  const [open, setOpen] = useState<number>();
  const changeDay = (index: number, stretches: Stretch[]) =>
    onChange(weekly.map((old, at) => (at === index ? stretches : old)));
  const copyMonday = () =>
    onChange(weekly.map((old, at) => (at > 0 && at < 5 ? copyOf(weekly[0] ?? []) : old)));

  return (
    <View id="part-hours" className="stack">
      <Heading>每周开放时间</Heading>
      <Text className="note">时间写成 08:30 或 830 都行，开到半夜写 24:00。</Text>
      <View>
        {weekdayLabels.map((label, index) => (
          <DayRow
            key={label}
            label={label}
            id={`part-weekly-${index}`}
            stretches={weekly[index] ?? []}
            fault={faultAt(faults, `hours.weekly.${index}`)}
            isOpen={open === index}
            onToggle={() => setOpen(open === index ? undefined : index)}
            onChange={(stretches) => changeDay(index, stretches)}
          />
        ))}
      </View>
      <Button look="second" onTap={copyMonday}>
        周二到周五照周一
      </Button>
    </View>
  );
}

interface DayProps {
  id: string;
  label: string;
  stretches: Stretch[];
  fault?: string;
  isOpen: boolean;
  onToggle: () => void;
  onChange: (stretches: Stretch[]) => void;
}

// As it was understood, so that she sees at once whether 830 became 08:30.
const asRead = (typed: string): string => readTypedTime(typed) ?? (typed || '?');

const inWords = (stretches: readonly Stretch[]): string =>
  stretches.map(({ opens, closes }) => `${asRead(opens)}–${asRead(closes)}`).join('、') || '不开门';

function DayRow({ id, label, stretches, fault, isOpen, onToggle, onChange }: DayProps) {
  const hours = inWords(stretches);
  return (
    <View id={id} className={`day ${isOpen ? 'day--open' : ''}`}>
      <Tap
        className="day__row"
        label={`${label}，${hours}，${isOpen ? '收起' : '修改'}`}
        expanded={isOpen}
        onTap={onToggle}
      >
        <Text className="day__label">{label}</Text>
        <Text className="day__hours number">{hours}</Text>
        <Text className="day__way">{isOpen ? '收起' : '修改'}</Text>
      </Tap>
      <Wrong words={fault} />
      {isOpen && <Stretches day={label} stretches={stretches} onChange={onChange} />}
    </View>
  );
}
