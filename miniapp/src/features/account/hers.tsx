import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { useSessionToken } from '@/platform/session';
import { useNeedAccount } from './need-account';

const nothingMore = () => undefined;

/** What is only hers to see. Signed out, it offers to sign in by her tap. */
export function Hers({ children }: PropsWithChildren) {
  const signedIn = useSessionToken() !== undefined;
  const { needAccount, signIn } = useNeedAccount();
  if (signedIn) return children;
  return (
    <View className="stack">
      <Note title="登录后在这里看您报的名、约的班次和消息。">
        <Button look="second" onTap={() => needAccount(nothingMore)}>
          登录
        </Button>
      </Note>
      {signIn}
    </View>
  );
}
