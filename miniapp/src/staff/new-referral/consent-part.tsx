import { View } from '@tarojs/components';
import {
  agreedWayLabels,
  agreedWays,
  referralGroundArticles,
  referralGroundLabels,
  referralGrounds,
  referralLimits,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { MomentFields } from '@/features/edit/moment-fields';
import type { Faults } from '@/features/edit/faults';
import type { TypedSlip } from './typed-slip';

const grounds = referralGrounds.map((value) => ({
  value,
  label: referralGroundLabels[value],
  note: referralGroundArticles[value],
}));
const ways = agreedWays.map((value) => ({ value, label: agreedWayLabels[value] }));

interface Props {
  typed: TypedSlip;
  faults: Faults;
  onType: (part: Partial<TypedSlip>) => void;
}

/** Why it may go to this one: her consent with its time and way, or what does without it. */
export function ConsentPart({ typed, faults, onType }: Props) {
  const { ground, agreed, agreedHow } = typed;
  return (
    <View className="stack">
      <Choice
        label="为什么可以转给这一家"
        hint="每转一家，都要她单独同意一次"
        look="rows"
        error={faults['consent.ground']}
        options={grounds}
        chosen={ground}
        onChoose={(next) => onType({ ground: next })}
      />
      {ground === 'consent' && (
        <>
          <MomentFields
            label="她同意的"
            typed={agreed}
            error={faults['consent.agreedAt']}
            onChange={(next) => onType({ agreed: next })}
          />
          <Choice
            label="她怎么同意的"
            error={faults['consent.agreedHow']}
            options={ways}
            chosen={agreedHow}
            onChoose={(next) => onType({ agreedHow: next })}
          />
        </>
      )}
      {ground && ground !== 'consent' && (
        <Field
          label="为什么不经她同意"
          lines={2}
          max={referralLimits.reasonChars.max}
          error={faults['consent.reason']}
          onText={(reason) => onType({ reason })}
        />
      )}
    </View>
  );
}
