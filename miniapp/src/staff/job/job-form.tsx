import { View } from '@tarojs/components';
import { jobLimits } from '@niangjia/shared';
import type { Faults } from '@/features/edit/faults';
import { FederationChoice, type Owner } from '@/features/edit/federation-choice';
import { PlacePart } from '@/features/edit/place-part';
import { FactsPart } from './facts-part';
import { PayPart } from './pay-part';
import { ShiftsPart } from './shifts-part';
import type { TypedJob } from './typed-job';

interface Props {
  owners: readonly Owner[];
  typed: TypedJob;
  faults: Faults;
  onChange: (part: Partial<TypedJob>) => void;
}

export function JobForm({ owners, typed, faults, onChange }: Props) {
  return (
    <View className="stack">
      <FederationChoice
        owners={owners}
        chosen={typed.federationId}
        onChoose={(federationId) => onChange({ federationId })}
      />
      <View className="editor">
        <View className="editor__column stack">
          <FactsPart typed={typed} faults={faults} onChange={onChange} />
          <PayPart typed={typed} faults={faults} onChange={onChange} />
        </View>
        <View className="editor__column stack">
          <ShiftsPart
            patterns={typed.patterns}
            faults={faults}
            onChange={(patterns) => onChange({ patterns })}
          />
          <PlacePart
            typed={typed.where}
            max={jobLimits.placeChars.max}
            faults={faults}
            onChange={(where) => onChange({ where })}
          />
        </View>
      </View>
    </View>
  );
}
