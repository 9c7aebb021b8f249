import { View } from '@tarojs/components';
import { openingHoursLimits, type OpeningHours } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Wrong } from '@/components/wrong';
import { faultAt, type Faults } from '@/features/edit/faults';
import { newOverride, type OverrideDraft } from './draft';
import { Stretches } from './stretches';

const holidayRules = [
  { value: 'closed', label: '法定节假日不开' },
  { value: 'as_usual', label: '照每周时间开' },
] as const;

interface Props {
  onHolidays: OpeningHours['onHolidays'];
  overrides: OverrideDraft[];
  faults: Faults;
  onChange: (part: {
    onHolidays?: OpeningHours['onHolidays'];
    overrides?: OverrideDraft[];
  }) => void;
}

/** Holidays, and other hours for some days: the later one wins. */
export function OverridesPart({ onHolidays, overrides, faults, onChange }: Props) {
  const change = (overrides: OverrideDraft[]) => onChange({ overrides });
  const changeOne = (key: number, part: Partial<OverrideDraft>) =>
    change(overrides.map((old) => (old.key === key ? { ...old, ...part } : old)));

  return (
    <View className="stack">
      <Heading>节假日和特别安排</Heading>
      <Choice
        label="法定节假日"
        options={holidayRules}
        chosen={onHolidays}
        onChoose={(rule) => onChange({ onHolidays: rule })}
      />
      {overrides.map((override, index) => (
        <OneOverride
          key={override.key}
          id={`part-overrides-${index}`}
          title={`特别安排 ${index + 1}`}
          override={override}
          fault={faultAt(faults, `hours.overrides.${index}`)}
          onChange={(part) => changeOne(override.key, part)}
          onRemove={() => change(overrides.filter(({ key }) => key !== override.key))}
        />
      ))}
      {overrides.length < openingHoursLimits.overrides && (
        <Button look="second" onTap={() => change([...overrides, newOverride()])}>
          加一个特别安排
        </Button>
      )}
    </View>
  );
}

interface OneProps {
  id: string;
  title: string;
  override: OverrideDraft;
  fault?: string;
  onChange: (part: Partial<OverrideDraft>) => void;
  onRemove: () => void;
}

function OneOverride({ id, title, override, fault, onChange, onRemove }: OneProps) {
  const { from, to, reason, stretches } = override;
  return (
    <View id={id}>
      <Card>
        <Heading level={3}>{title}</Heading>
        <Wrong words={fault} />
        <View className="row">
          <View className="row__part">
            <Field
              label="第一天"
              hint="写成 2026-10-01"
              initial={from}
              onText={(text) => onChange({ from: text })}
            />
          </View>
          <View className="row__part">
            <Field
              label="最后一天"
              hint="只有一天就不用写"
              initial={to}
              onText={(text) => onChange({ to: text })}
            />
          </View>
        </View>
        <Field
          label="为什么"
          hint="来的人能看到，比如：春节、装修"
          initial={reason}
          max={openingHoursLimits.reasonChars}
          onText={(text) => onChange({ reason: text })}
        />
        <Stretches
          day={title}
          stretches={stretches}
          onChange={(changed) => onChange({ stretches: changed })}
        />
        <Button look="danger" spoken={`去掉${title}`} onTap={onRemove}>
          去掉这个安排
        </Button>
      </Card>
    </View>
  );
}
