import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { useOnline } from '@/platform/network';
import './status-bar.scss';

/** One line on top while there is no network. */
export function StatusBar() {
  const online = useOnline();
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      {!online && (
        <View className="status-bar">
          <Text>没有网络。能看已打开的内容，有网了再提交。</Text>
        </View>
      )}
    </View>
  );
}
