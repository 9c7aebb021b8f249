import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { faultAt, type Faults } from '@/features/edit/faults';
import { weekdayLabels } from '@/features/edit/weekdays';
import type { TypedPattern, TypedWeekday } from './typed-job';

const weekdays = weekdayLabels.map((label, index) => ({
  value: `${index + 1}` as TypedWeekday,
  label,
}));

const fields = [
  [
    { name: 'starts', label: '上班' },
    { name: 'ends', label: '下班' },
  ],
  [
    { name: 'from', label: '第一天' },
    { name: 'to', label: '最后一天' },
  ],
  [{ name: 'places', label: '要几个人' }],
] as const;

interface Props {
  index: number;
  pattern: TypedPattern;
  faults: Faults;
  onChange: (part: Partial<TypedPattern>) => void;
  onRemove: () => void;
}

/** One recurring shift. */
export function PatternCard({ index, pattern, faults, onChange, onRemove }: Props) {
  const title = `班次 ${index + 1}`;
  const fault = (name: string) => faultAt(faults, `shiftPatterns.${index}.${name}`);
  return (
    <View id={`part-shiftPatterns-${index}`}>
      <Card>
        <Heading level={3}>{title}</Heading>
        <Choices
          label="星期几"
          options={weekdays}
          chosen={pattern.weekdays}
          error={fault('weekdays')}
          onChoose={(chosen) => onChange({ weekdays: chosen })}
        />
        {fields.map((row) => (
          <View key={row[0].name} className="row">
            {row.map(({ name, label }) => (
              <View key={name} className="row__part">
                <Field
                  label={label}
                  initial={pattern[name]}
                  error={fault(name)}
                  onText={(text) => onChange({ [name]: text })}
                />
              </View>
            ))}
          </View>
        ))}
        <Button look="danger" spoken={`去掉${title}`} onTap={onRemove}>
          去掉这种班次
        </Button>
      </Card>
    </View>
  );
}
