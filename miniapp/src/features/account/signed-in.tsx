import { useRef, type PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { goTo } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { whoSignedIn } from './who-signed-in';
import './signed-in.scss';

/**
 * Shows its content to whoever is signed in. When the session ends, the content is hidden but kept, so
 * that she finds what she typed after signing in again; another person finds the page new.
 */
export function SignedIn({ children }: PropsWithChildren) {
  const signedIn = useSessionToken() !== undefined;
  const opened = useRef(false);
  opened.current ||= signedIn;

  return (
    <>
      {!signedIn && <SignInFirst again={opened.current} />}
      {opened.current && (
        <View key={whoSignedIn()} className={signedIn ? 'stack' : 'signed-in--hidden'}>
          {children}
        </View>
      )}
    </>
  );
}

function SignInFirst({ again }: { again: boolean }) {
  return (
    <View className="stack">
      <Heading level={1}>{again ? '登录已过期' : '先登录'}</Heading>
      <Text>{again ? '重新登录后回到这一页，您填的都还在。' : '工作人员登录后才能看这一页。'}</Text>
      <Button onTap={() => goTo('/staff/sign-in/index', { back: '1' })}>去登录</Button>
    </View>
  );
}
