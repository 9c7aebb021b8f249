import { Text, View } from '@tarojs/components';
import { Heading } from '@/components/heading';
import { faultAt, type Faults } from '@/features/edit/faults';
import { MomentFields } from '@/features/edit/moment-fields';
import type { TypedActivity } from './typed-activity';

interface Props {
  typed: TypedActivity;
  faults: Faults;
  onChange: (part: Partial<TypedActivity>) => void;
}

const rows = [
  { name: 'starts', path: 'startsAt', label: '开始' },
  { name: 'ends', path: 'endsAt', label: '结束', hint: '当天结束就不用写日期' },
  {
    name: 'closes',
    path: 'registrationClosesAt',
    label: '报名截止',
    hint: '不写就是开始的时候',
  },
  {
    name: 'cancels',
    path: 'cancellableUntil',
    label: '取消截止',
    hint: '在这之前她能自己取消；不写就是开始的时候',
  },
] as const;

/** When it is, and until when one may register and cancel. */
export function TimesPart({ typed, faults, onChange }: Props) {
  return (
    <View className="stack">
      <Heading>时间</Heading>
      <Text className="note">日期写成 2026-12-01，时间写成 9:00 或 930 都行。</Text>
      {rows.map(({ name, path, label, ...more }) => (
        <View key={name} id={`part-${path}`}>
          <MomentFields
            label={label}
            typed={typed[name]}
            error={faultAt(faults, path)}
            onChange={(moment) => onChange({ [name]: moment })}
            {...more}
          />
        </View>
      ))}
    </View>
  );
}
