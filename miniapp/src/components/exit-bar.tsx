import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { leaveNow, useLeaveByKey } from '@/platform/exit';
import { Tap } from './tap';
import './exit-bar.scss';

const whatItDoes = '马上关掉这一页。手机里的使用记录要您自己删。';

/** Always in reach on help pages, and the first thing a reader meets. */
export function ExitBar() {
  useLeaveByKey();
  return (
    <View className="exit-bar" {...a11y({ role: 'region', label: '离开' })}>
      <View className="exit-bar__inner">
        <Text className="exit-bar__words">{whatItDoes}</Text>
        <Tap className="exit-bar__button" label="快速离开" onTap={leaveNow}>
          <Text>快速离开</Text>
        </Tap>
      </View>
    </View>
  );
}

/** In large text the words stand on the page, where they leave the bar low enough to see past it. */
export const ExitWords = () => <Text className="note">{`快速离开：${whatItDoes}`}</Text>;
