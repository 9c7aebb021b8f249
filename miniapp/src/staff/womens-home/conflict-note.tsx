import { Text, View } from '@tarojs/components';
import type { DeskWomensHome } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { changedParts } from './parts';

interface Props {
  before: DeskWomensHome;
  newest: DeskWomensHome;
  onKeepMine: () => void;
  onTakeNewest: () => void;
}

/** Somebody else saved first: what she typed stays until she decides. */
export function ConflictNote({ before, newest, onKeepMine, onTakeNewest }: Props) {
  const changed = changedParts(before, newest).join('、') || '别的内容';
  return (
    <Note tone="warn" title="刚才有人改过了，您填的都还在">
      <View className="stack">
        <Text>{`别人改了：${changed}。`}</Text>
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
