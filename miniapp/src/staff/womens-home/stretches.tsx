import { Text, View } from '@tarojs/components';
import { openingHoursLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { newStretch, type Stretch } from './draft';

interface Props {
  /** Which day, for a reader: 「周一」. */
  day: string;
  stretches: readonly Stretch[];
  onChange: (stretches: Stretch[]) => void;
}

/** The stretches of one day; none means closed. */
export function Stretches({ day, stretches, onChange }: Props) {
  const change = (key: number, part: Partial<Stretch>) =>
    onChange(stretches.map((old) => (old.key === key ? { ...old, ...part } : old)));

  return (
    <View className="stack">
      {stretches.length === 0 && <Text className="note">这天不开门。</Text>}
      {stretches.map(({ key, opens, closes }) => (
        <View key={key} className="stretch">
          <View className="stretch__time">
            <Field label="开门" initial={opens} onText={(text) => change(key, { opens: text })} />
          </View>
          <View className="stretch__time">
            <Field label="关门" initial={closes} onText={(text) => change(key, { closes: text })} />
          </View>
          <Button
            look="text"
            spoken={`去掉${day} ${opens} 到 ${closes}`}
            onTap={() => onChange(stretches.filter((old) => old.key !== key))}
          >
            去掉
          </Button>
        </View>
      ))}
      {stretches.length < openingHoursLimits.intervalsPerDay && (
        <Button
          look="second"
          spoken={`${day}加一段时间`}
          onTap={() => onChange([...stretches, newStretch()])}
        >
          加一段
        </Button>
      )}
    </View>
  );
}
