import { View } from '@tarojs/components';
import { hotlines } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { dial } from '@/platform/phone';

/** Numbers that work whatever else does not. */
export function Hotlines() {
  return (
    <View className="stack">
      <Heading>打电话</Heading>
      {hotlines.map(({ number, name, note }) => (
        <Cell
          key={number}
          title={`${number} ${name}`}
          facts={[note]}
          value="拨打"
          onTap={() => dial(number)}
        />
      ))}
    </View>
  );
}
