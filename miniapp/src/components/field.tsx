import { useId, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { TextBox } from './text-box';
import type { TextBoxProps } from './text-box-props';
import { Wrong } from './wrong';
import './field.scss';

interface Props extends Omit<TextBoxProps, 'id' | 'describedBy' | 'invalid'> {
  hint?: string;
  error?: string;
  optional?: boolean;
  /** Most characters; what is over is counted and said, never cut off. */
  max?: number;
}

/** A text to fill in: its label above, a hint, the box, and what to do when it is not right. */
export function Field({ hint, error, optional, max, onText, ...box }: Props) {
  const id = `field${useId().replace(/:/g, '')}`;
  const [length, setLength] = useState([...(box.initial ?? '')].length);
  const over = max === undefined ? 0 : length - max;
  const wrong = error ?? (over > 0 ? `多了 ${over} 个字，删短一些。` : undefined);
  const heard = (text: string) => {
    setLength([...text].length);
    onText(text);
  };

  return (
    <View className={`field ${wrong ? 'field--wrong' : ''}`}>
      <View className="field__label" {...a11y({ hidden: true })}>
        <Text>{optional ? `${box.label}（选填）` : box.label}</Text>
      </View>
      {hint && (
        <View id={`${id}-hint`} className="note">
          <Text>{hint}</Text>
        </View>
      )}
      <TextBox
        {...box}
        label={optional ? `${box.label}，选填` : box.label}
        id={id}
        invalid={Boolean(wrong)}
        describedBy={[hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')}
        onText={heard}
      />
      <Wrong id={`${id}-error`} words={wrong} />
      {max !== undefined && box.lines && (
        <Text className="note number">{`${length} / ${max} 字`}</Text>
      )}
    </View>
  );
}
