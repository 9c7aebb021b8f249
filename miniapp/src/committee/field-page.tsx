import { useEffect, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Screen } from '@/components/screen';
import { Skeleton } from '@/components/skeleton';
import { SignedIn } from '@/features/account/signed-in';
import { followSignedIn } from '@/features/visit/her-field';
import { useField } from '@/features/visit/use-field';
import { useSessionToken } from '@/platform/session';
import { fetchPagesAhead } from '@/platform/pages-ahead';
import { AskToday } from './ask-today';
import { LockedWork } from './locked-work';
import { PostOver } from './post-over';
import { SessionOver } from './session-over';
import { SyncLine } from './sync-line';

export type Field = ReturnType<typeof useField>;

interface Props {
  title: string;
  children: (field: Field) => ReactNode;
}

/** A page that lives from what is on the phone, also when her session has run out, and says on top what waits there. */
export function FieldPage({ title, children }: Props) {
  const field = useField();
  const isSignedIn = useSessionToken() !== undefined;
  useEffect(() => fetchPagesAhead('committee'), []);
  if (field.state !== 'open')
    return (
      <Screen>
        <SignedIn>
          <View className="stack">
            <Heading level={1}>{title}</Heading>
            <NotOpen field={field} />
          </View>
        </SignedIn>
      </Screen>
    );
  return (
    <Screen status={<SyncLine field={field} />}>
      <View className="stack">
        <Heading level={1}>{title}</Heading>
        {!isSignedIn && <SessionOver />}
        {field.isAlmostFull && <Note tone="warn" title="手机快存满了。连上网，先把没传的传完。" />}
        {field.dayDoubt && <AskToday days={field.dayDoubt} onDay={(day) => field.sayToday(day)} />}
        {children(field)}
      </View>
    </Screen>
  );
}

const whyNotOpen: Partial<Record<Field['state'], string>> = {
  newer: '手机里的内容是新版本存的，都还在。更新小程序，再打开。',
  full: '手机里放不下了。清一清微信的空间，再打开。',
};

function NotOpen({ field: { state, waiting } }: { field: Field }) {
  if (state === 'locked') return <LockedWork />;
  if (state === 'over') return <PostOver waiting={waiting} />;
  if (state === 'failed') return <NotRead />;
  const why = whyNotOpen[state];
  return why ? <Note tone="warn" title={why} /> : <Skeleton />;
}

const NotRead = () => (
  <Note tone="warn" title="手机里的没打开，都还在。">
    <Button onTap={() => void followSignedIn()}>再试一次</Button>
  </Note>
);
