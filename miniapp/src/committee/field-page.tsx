import { useEffect, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { SignedIn } from '@/features/account/signed-in';
import type { UseField } from '@/features/visit/field';
import { useField } from '@/features/visit/use-field';
import { fetchPagesAhead } from '@/platform/pages-ahead';
import { AskToday } from './ask-today';
import { PostOver } from './post-over';
import { SyncLine } from './sync-line';

export type Field = ReturnType<UseField>;

interface Props {
  title: string;
  children: (field: Field) => ReactNode;
}

/** A page that lives from what is on the phone, and says on top what waits there. */
export function FieldPage({ title, children }: Props) {
  const field = useField();
  const isOpen = field.state === 'open';
  useEffect(() => fetchPagesAhead('committee'), []);
  return (
    <Screen status={isOpen ? <SyncLine field={field} /> : undefined}>
      <SignedIn>
        <View className="stack">
          <Heading level={1}>{title}</Heading>
          {isOpen && field.isAlmostFull && (
            <Note tone="warn" title="手机快存满了。连上网，先把没传的传完。" />
          )}
          {isOpen && field.dayDoubt && (
            <AskToday days={field.dayDoubt} onDay={(day) => field.sayToday(day)} />
          )}
          {isOpen ? children(field) : <NotOpen field={field} />}
        </View>
      </SignedIn>
    </Screen>
  );
}

const whyNotOpen: Partial<Record<Field['state'], string>> = {
  newer: '手机里的内容是新版本存的，都还在。更新小程序，再打开。',
  full: '手机里放不下了。清一清微信的空间，再打开。',
};

function NotOpen({ field: { state, waiting } }: { field: Field }) {
  if (state === 'over') return <PostOver waiting={waiting} />;
  const why = whyNotOpen[state];
  return why ? <Note tone="warn" title={why} /> : <Skeleton />;
}
