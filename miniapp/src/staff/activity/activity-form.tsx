import { View } from '@tarojs/components';
import { activityLimits } from '@niangjia/shared';
import type { Faults } from '@/features/edit/faults';
import { FederationChoice, type Owner } from '@/features/edit/federation-choice';
import { PlacePart } from '@/features/edit/place-part';
import { FactsPart } from './facts-part';
import { TimesPart } from './times-part';
import type { TypedActivity } from './typed-activity';

interface Props {
  owners: readonly Owner[];
  typed: TypedActivity;
  faults: Faults;
  onChange: (part: Partial<TypedActivity>) => void;
}

export function ActivityForm({ owners, typed, faults, onChange }: Props) {
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
        </View>
        <View className="editor__column stack">
          <TimesPart typed={typed} faults={faults} onChange={onChange} />
          <PlacePart
            typed={typed.where}
            max={activityLimits.placeChars.max}
            faults={faults}
            onChange={(where) => onChange({ where })}
          />
        </View>
      </View>
    </View>
  );
}
