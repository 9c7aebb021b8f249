import { View } from '@tarojs/components';
import { handedOnFieldLabels, handedOnFields, referralLimits } from '@niangjia/shared';
import { Choices } from '@/components/choice';
import { Field } from '@/components/field';
import type { Faults } from '@/features/edit/faults';
import type { TypedSlip } from './typed-slip';

const options = handedOnFields.map((value) => ({ value, label: handedOnFieldLabels[value] }));

interface Props {
  typed: TypedSlip;
  faults: Faults;
  onType: (part: Partial<TypedSlip>) => void;
}

/** What is handed on, thing by thing; what is not chosen does not leave. */
export function HandedOnPart({ typed: { chosen, texts }, faults, onType }: Props) {
  return (
    <View className="stack">
      <Choices
        label="转去哪些内容"
        hint="只点办这件事用得着的，没点的不会转出去"
        error={faults.handedOn}
        options={options}
        chosen={chosen}
        onChoose={(next) => onType({ chosen: next })}
      />
      {chosen.map((what) => (
        <Field
          key={what}
          label={handedOnFieldLabels[what]}
          initial={texts[what]}
          lines={2}
          max={referralLimits.handedOnChars.max}
          error={faults[`handedOn.${what}`]}
          onText={(text) => onType({ texts: { ...texts, [what]: text } })}
        />
      ))}
    </View>
  );
}
