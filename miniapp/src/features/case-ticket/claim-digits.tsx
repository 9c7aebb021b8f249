import { Text, View } from '@tarojs/components';
import { claimCodeInGroups } from '@niangjia/shared';
import { a11y } from '@/platform/a11y';
import './claim-digits.scss';

/** The claim code, large, in groups of four that never break inside. */
export function ClaimDigits({ claimCode }: { claimCode: string }) {
  const groups = claimCodeInGroups(claimCode).split(' ');
  const spoken = groups.map((group) => [...group].join(' ')).join('，');
  return (
    <View className="claim-digits number selectable" {...a11y({ role: 'img', label: spoken })}>
      {groups.map((group, index) => (
        <Text key={index} className="claim-digits__group">
          {group}
        </Text>
      ))}
    </View>
  );
}
