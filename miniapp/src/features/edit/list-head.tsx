import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import './editor.scss';

interface Props {
  title: string;
  words: string;
  button: string;
  onNew: () => void;
}

/** The top of a list for staff: what it holds, and the way to a new one. */
export function ListHead({ title, words, button, onNew }: Props) {
  return (
    <View className="list-head">
      <View className="list-head__words">
        <Heading level={1}>{title}</Heading>
        <Text className="note">{words}</Text>
      </View>
      <Button onTap={onNew}>{button}</Button>
    </View>
  );
}
