import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { Tap } from './tap';
import './card.scss';

interface Props {
  title: string;
  /** Short facts below the title, one per line. */
  facts?: string[];
  /** A word at the right: 「未读」, 「12」. */
  value?: string;
  onTap: () => void;
}

/** A row that opens something. A reader hears it as one: title, facts, value. */
export function Cell({ title, facts = [], value, onTap }: Props) {
  return (
    <Tap className="cell" label={[title, ...facts, value].filter(Boolean).join('，')} onTap={onTap}>
      <View className="cell__said">
        <View className="cell__words">
          <View className="cell__title">
            <Text>{title}</Text>
          </View>
          {facts.map((fact, at) => (
            // Two may be of the same words: of two namesakes.
            <View key={at} className="note">
              <Text>{fact}</Text>
            </View>
          ))}
        </View>
        {value && <Text className="fact">{value}</Text>}
      </View>
      <View className="cell__arrow" {...a11y({ hidden: true })} />
    </Tap>
  );
}
