import { View } from '@tarojs/components';
import { womensHomeLimits, womensHomeServiceLabels, womensHomeServices } from '@niangjia/shared';
import { Choices } from '@/components/choice';
import { Field } from '@/components/field';
import { faultAt, type Faults } from '@/features/edit/faults';
import type { HomeDraft } from './draft';

const services = womensHomeServices.map((value) => ({
  value,
  label: womensHomeServiceLabels[value],
}));

interface Props {
  draft: HomeDraft;
  faults: Faults;
  onChange: (part: Partial<HomeDraft>) => void;
}

export function FactsPart({ draft, faults, onChange }: Props) {
  return (
    <View className="stack">
      <View id="part-name">
        <Field
          label="名称"
          initial={draft.name}
          max={womensHomeLimits.nameChars.max}
          error={faultAt(faults, 'name')}
          onText={(name) => onChange({ name })}
        />
      </View>
      <View id="part-address">
        <Field
          label="地址"
          initial={draft.address}
          max={womensHomeLimits.addressChars.max}
          error={faultAt(faults, 'address')}
          onText={(address) => onChange({ address })}
        />
      </View>
      <View id="part-phone">
        <Field
          label="电话"
          optional
          kind="phone"
          initial={draft.phone}
          error={faultAt(faults, 'phone')}
          onText={(phone) => onChange({ phone })}
        />
      </View>
      <View id="part-services">
        <Choices
          label="能办的事"
          options={services}
          chosen={draft.services}
          error={faultAt(faults, 'services')}
          onChoose={(chosen) => onChange({ services: chosen })}
        />
      </View>
    </View>
  );
}
