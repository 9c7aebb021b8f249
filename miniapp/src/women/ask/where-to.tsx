import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { goTo } from '@/platform/navigate';
import type { Destination } from './use-destination';

const notVillage = 'not_village';
const options = [{ value: notVillage, label: '不要让村里知道' }] as const;

interface Props {
  destination: Destination;
  hidden: boolean;
  onHide: (hidden: boolean) => void;
}

/** Where it goes, before it goes. */
export function WhereTo({ destination, hidden, onHide }: Props) {
  const { name, isTown } = destination;
  return (
    <View className="stack">
      <Text>{`送到${name}。`}</Text>
      <Text className="note">负责的妇联和上级妇联的工作人员能看，每次查看都有记录。</Text>
      <Choices
        label="怕熟人知道吗？"
        options={options}
        chosen={hidden ? [notVillage] : []}
        onChoose={(chosen) => onHide(chosen.includes(notVillage))}
      />
      {isTown && (
        <Button look="text" onTap={() => goTo('/women/town/index')}>
          换个乡镇
        </Button>
      )}
    </View>
  );
}
