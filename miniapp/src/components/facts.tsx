import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import './facts.scss';

export interface Fact {
  name: string;
  words: string;
}

/** What is known of something, a name and its words per line. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <View className="facts" {...a11y({ role: 'list' })}>
    {facts.map(({ name, words }, at) => (
      // Two may have one name: two moves on one day.
      <View key={at} className="facts__row" {...a11y({ role: 'listitem' })}>
        <Text className="facts__name">{name}</Text>
        <Text className="facts__words selectable">{words}</Text>
      </View>
    ))}
  </View>
);
