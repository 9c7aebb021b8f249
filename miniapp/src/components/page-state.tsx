import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Unreachable } from '@/platform/refused';
import type { Query } from '@/platform/use-query';
import { Button } from './button';
import { Heading } from './heading';
import { Note } from './note';
import { Skeleton } from './skeleton';

interface Props<T> {
  query: Query<T>;
  /** Heading of level 1 when nothing came that would bring its own. */
  title?: string;
  isEmpty?: (data: T) => boolean;
  /** What to say and offer when there is nothing. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, failed, offline and empty look the same everywhere. Old content stays while asking. */
export function PageState<T>({ query, title, isEmpty, empty, children }: Props<T>) {
  const { data, fault, busy, again } = query;
  const isBare = data === undefined ? fault !== undefined : isEmpty?.(data);
  return (
    <View className="stack">
      {title && isBare && <Heading level={1}>{title}</Heading>}
      {fault && (
        <Note tone={fault instanceof Unreachable ? 'warn' : 'error'} title={fault.message}>
          <Button look="second" busy={busy} busyText="正在打开" onTap={again}>
            再试一次
          </Button>
        </Note>
      )}
      {data === undefined && busy && !fault && <Skeleton />}
      {data !== undefined && (isEmpty?.(data) ? (empty ?? <Nothing />) : children(data))}
    </View>
  );
}

function Nothing() {
  return (
    <View className="note">
      <Text>现在还没有内容。</Text>
    </View>
  );
}
