import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { Heading } from './heading';
import './result.scss';

const marks = { done: '✓', waiting: '…', problem: '!' } as const;

interface Props {
  kind: keyof typeof marks;
  title: string;
}

/** How something ended and what comes next. Read out when it appears. */
export function Result({ kind, title, children }: PropsWithChildren<Props>) {
  return (
    <View className="result stack" {...a11y({ role: 'status', live: 'polite' })}>
      <View className={`result__mark result__mark--${kind}`} {...a11y({ hidden: true })}>
        <Text>{marks[kind]}</Text>
      </View>
      <Heading level={1}>{title}</Heading>
      {children}
    </View>
  );
}
