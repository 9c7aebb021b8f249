import { Text, View } from '@tarojs/components';
import { Field } from '@/components/field';
import type { TypedMoment } from './typed';

interface Props {
  /** What happens then: 「开始」. */
  label: string;
  hint?: string;
  error?: string;
  typed: TypedMoment;
  onChange: (typed: TypedMoment) => void;
}

/** A moment typed as a day and a time of day. */
export function MomentFields({ label, hint, error, typed, onChange }: Props) {
  return (
    <View className="moment">
      <View className="row">
        <View className="row__part">
          <Field
            label={`${label}日期`}
            initial={typed.day}
            error={error}
            onText={(day) => onChange({ ...typed, day })}
          />
        </View>
        <View className="row__part">
          <Field
            label={`${label}时间`}
            initial={typed.time}
            onText={(time) => onChange({ ...typed, time })}
          />
        </View>
      </View>
      {hint && (
        <View className="note">
          <Text>{hint}</Text>
        </View>
      )}
    </View>
  );
}
