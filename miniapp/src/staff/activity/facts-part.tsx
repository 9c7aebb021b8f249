import { View } from '@tarojs/components';
import { activityLimits } from '@niangjia/shared';
import { Field } from '@/components/field';
import { faultAt, type Faults } from '@/features/edit/faults';
import type { TypedActivity } from './typed-activity';

interface Props {
  typed: TypedActivity;
  faults: Faults;
  onChange: (part: Partial<TypedActivity>) => void;
}

/** What it is, and for how many. */
export function FactsPart({ typed, faults, onChange }: Props) {
  return (
    <View className="stack">
      <View id="part-title">
        <Field
          label="名称"
          initial={typed.title}
          max={activityLimits.titleChars.max}
          error={faultAt(faults, 'title')}
          onText={(title) => onChange({ title })}
        />
      </View>
      <View id="part-text">
        <Field
          label="介绍"
          hint="做什么、带什么、孩子能不能一起来、问谁"
          lines={6}
          initial={typed.text}
          max={activityLimits.textChars.max}
          error={faultAt(faults, 'text')}
          onText={(text) => onChange({ text })}
        />
      </View>
      <View id="part-seats">
        <Field
          label="名额"
          hint="满了可以候补，有人退出就按先后补上"
          kind="number"
          initial={typed.seats}
          error={faultAt(faults, 'seats')}
          onText={(seats) => onChange({ seats })}
        />
      </View>
    </View>
  );
}
