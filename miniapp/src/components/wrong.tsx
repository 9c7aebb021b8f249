import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import './wrong.scss';

/** What is not right yet and what to do about it, beside where it is done; spoken when it comes. */
export function Wrong({ id, words }: { id?: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <View id={id} className="wrong" {...a11y({ role: 'alert' })}>
      <Text>{`! ${words}`}</Text>
    </View>
  );
}
