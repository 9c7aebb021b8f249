import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import './skeleton.scss';

const patienceMs = 300;

/** Grey blocks in the place of what is coming, after a third of a second. */
export function Skeleton() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);

  if (!slow) return null;
  return (
    <View className="stack" {...a11y({ role: 'status' })}>
      <Text className="note">正在打开</Text>
      <View className="skeleton" />
      <View className="skeleton" />
    </View>
  );
}
