import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';

interface Props {
  /** In words, what somebody else changed. */
  changed: readonly string[];
  onKeepMine: () => void;
  onTakeNewest: () => void;
}

/** Somebody else saved first: what she typed stays until she decides. */
export function ConflictNote({ changed, onKeepMine, onTakeNewest }: Props) {
  return (
    <Note tone="warn" title="刚才有人改过了，您填的都还在">
      <View className="stack">
        <Text>{`别人改了：${changed.join('、')}。`}</Text>
        <View className="row">
          <View className="row__part">
            <Button onTap={onKeepMine}>用我填的保存</Button>
          </View>
          <View className="row__part">
            <Button look="second" onTap={onTakeNewest}>
              换成最新的
            </Button>
          </View>
        </View>
      </View>
    </Note>
  );
}
