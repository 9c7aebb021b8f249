import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { leaveNow, useLeaveByKey } from '@/platform/exit';
import { Tap } from './tap';
import './exit-bar.scss';

/** Always in reach on help pages, and the first thing a reader meets. */
export function ExitBar() {
  useLeaveByKey();
  return (
    <View className="exit-bar" {...a11y({ role: 'region', label: '离开' })}>
      <View className="exit-bar__inner">
        <Text className="exit-bar__words">马上关掉这一页。手机里的使用记录要您自己删。</Text>
        <Tap className="exit-bar__button" label="快速离开" onTap={leaveNow}>
          <Text>快速离开</Text>
        </Tap>
      </View>
    </View>
  );
}
