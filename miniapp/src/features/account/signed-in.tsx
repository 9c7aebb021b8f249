import { useRef, type PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { refusals } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { goTo } from '@/platform/navigate';
import { useProofWanted, useSessionToken, type ProofCode } from '@/platform/session';
import { whoSignedIn } from './who-signed-in';
import './signed-in.scss';

interface Props {
  /** The page itself is where she proves who she is. */
  proving?: boolean;
}

/**
 * Shows its content to whoever is signed in. When the session ends or wants her second factor, the content
 * is hidden but kept, so that she finds what she typed afterwards; another person finds the page new.
 */
export function SignedIn({ proving = false, children }: PropsWithChildren<Props>) {
  const signedIn = useSessionToken() !== undefined;
  const wanted = useProofWanted();
  const opened = useRef(false);
  opened.current ||= signedIn;
  const unproved = signedIn && !proving ? wanted : undefined;

  return (
    <>
      {!signedIn && <SignInFirst again={opened.current} />}
      {unproved && <ProveFirst why={unproved} />}
      {opened.current && (
        <View key={whoSignedIn()} className={signedIn && !unproved ? 'stack' : 'signed-in--hidden'}>
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

function ProveFirst({ why }: { why: ProofCode }) {
  return (
    <View className="stack">
      <Heading level={1}>两步验证</Heading>
      <Text>{refusals[why].message}</Text>
      <Text className="note">验证好会回到这一页，您填的都还在。</Text>
      <Button onTap={() => goTo('/staff/second-factor/index', { back: '1' })}>去验证</Button>
    </View>
  );
}
