import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { dial } from '@/platform/phone';

/** The police come sooner than any answer of ours. */
export const CallFirst = () => (
  <View className="stack">
    <Heading level={2}>如果现在有危险，先打 110。</Heading>
    <Button look="second" onTap={() => dial('110')}>
      打 110
    </Button>
  </View>
);
