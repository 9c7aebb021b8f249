import { View } from '@tarojs/components';
import { contractKindLabels, contractKinds } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { faultAt, type Faults } from '@/features/edit/faults';
import type { TypedJob } from './typed-job';

const kinds = contractKinds.map((value) => ({ value, label: contractKindLabels[value] }));

interface Props {
  typed: TypedJob;
  faults: Faults;
  onChange: (part: Partial<TypedJob>) => void;
}

/** How she is engaged, and what an hour pays where it is paid by the hour. */
export function PayPart({ typed, faults, onChange }: Props) {
  return (
    <View className="stack">
      <View id="part-contractKind">
        <Choice
          label="用工方式"
          hint={typed.contractKind === 'piecework' ? '一件多少钱写在“做什么”里' : undefined}
          options={kinds}
          chosen={typed.contractKind}
          onChoose={(contractKind) => onChange({ contractKind })}
        />
      </View>
      {typed.contractKind !== 'piecework' && (
        <View id="part-payPerHourFen">
          <Field
            label="一小时多少元"
            initial={typed.payYuan}
            error={faultAt(faults, 'payPerHourFen')}
            onText={(payYuan) => onChange({ payYuan })}
          />
        </View>
      )}
    </View>
  );
}
