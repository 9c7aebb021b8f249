import { Text, View } from '@tarojs/components';
import { Choice } from '@/components/choice';
import { switchKeys, useKeysOn } from '@/platform/keys';
import { useWide } from '@/platform/wide';

const switches = [
  { value: 'on', label: '开' },
  { value: 'off', label: '关' },
] as const;

/** At a PC: whether single letters do something. */
export function KeysSwitch() {
  const wide = useWide();
  const on = useKeysOn();
  if (!wide) return null;
  return (
    <View className="stack">
      <Choice
        label="单个字母的快捷键"
        options={switches}
        chosen={on ? 'on' : 'off'}
        onChoose={(value) => switchKeys(value === 'on')}
      />
      <Text className="note">打字的时候，单个字母不起作用。</Text>
    </View>
  );
}
