import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import type { Tone } from './tag';
import './note.scss';

type NoteTone = Exclude<Tone, 'plain'>;

const marks: Record<NoteTone, string> = { ok: '✓', warn: '!', error: '!', info: 'i' };

/** Something she should read before going on. An error is spoken at once, the rest when its turn comes. */
export function Note({
  tone = 'info',
  title,
  children,
}: PropsWithChildren<{ tone?: NoteTone; title: string }>) {
  const spoken = tone === 'error' ? { role: 'alert' } : { role: 'status' };
  return (
    <View className={`notice notice--${tone}`} {...a11y(spoken)}>
      <View className="notice__title">
        <Text {...a11y({ hidden: true })}>{marks[tone]}</Text>
        <Text>{title}</Text>
      </View>
      {children}
    </View>
  );
}
