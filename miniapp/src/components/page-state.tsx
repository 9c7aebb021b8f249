import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { dayInWords, dayOf, minuteInWords, minuteOf } from '@niangjia/shared';
import { Unreachable, type Fault } from '@/platform/refused';
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
  const { data, keptAt, fault, busy, again } = query;
  const isBare = data === undefined ? fault !== undefined : isEmpty?.(data);
  return (
    <View className="stack">
      {title && isBare && <Heading level={1}>{title}</Heading>}
      {fault && (
        <Note
          tone={fault instanceof Unreachable ? 'warn' : 'error'}
          title={data === undefined ? whyNotRead(fault) : oldContent(fault, keptAt)}
        >
          <Button look="second" onTap={again}>
            再试一次
          </Button>
        </Note>
      )}
      {data === undefined && busy && !fault && <Skeleton />}
      {data !== undefined && (isEmpty?.(data) ? (empty ?? <Nothing />) : children(data))}
    </View>
  );
}

/** Where something is only read, nothing was filled in that could still be there. */
export const whyNotRead = ({ message }: Fault): string => message.replace(/[，。]您填的都还在/, '');

/** `没有网络。下面是今天 9:20 的内容。` */
function oldContent(fault: Fault, keptAt: number | undefined): string {
  if (keptAt === undefined || !(fault instanceof Unreachable)) return whyNotRead(fault);
  const reason = fault.reason === 'offline' ? '没有网络。' : '网络有点慢。';
  return `${reason}下面是${whenInWords(keptAt)}的内容。`;
}

function whenInWords(at: number): string {
  const [day, today] = [dayOf(at), dayOf(Date.now())];
  const date = day === today ? '今天' : dayInWords(day).replace(/^\S+ /, '');
  return `${date} ${minuteInWords(minuteOf(at)).replace(/^0/, '')} `;
}

function Nothing() {
  return (
    <View className="note">
      <Text>现在还没有内容。</Text>
    </View>
  );
}
