import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';

const looks = { 1: 'title-xl', 2: 'title', 3: 'strong' } as const;

/** One heading of level 1 on each page. */
export function Heading({ level = 2, children }: { level?: 1 | 2 | 3; children: string }) {
  return (
    <View className={looks[level]} {...a11y({ role: 'heading', level })}>
      <Text>{children}</Text>
    </View>
  );
}
