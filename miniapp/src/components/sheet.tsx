import { useId, type PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { useDialogFocus } from '@/platform/dialog-focus';
import { Heading } from './heading';
import { Tap } from './tap';
import './sheet.scss';

interface Props {
  title: string;
  onClose: () => void;
}

/** A layer over the page for one question. Render it only while it is open. */
export function Sheet({ title, onClose, children }: PropsWithChildren<Props>) {
  const id = `sheet${useId().replace(/:/g, '')}`;
  useDialogFocus(id, onClose);
  return (
    <View className="sheet">
      <View
        id={id}
        className="sheet__panel"
        {...a11y({ role: 'dialog', modal: true, label: title })}
      >
        <View className="sheet__head">
          <Heading>{title}</Heading>
          <Tap className="sheet__close" label={`关闭，${title}`} onTap={onClose}>
            <Text>关闭</Text>
          </Tap>
        </View>
        <View className="stack">{children}</View>
      </View>
    </View>
  );
}
