import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { FaultNote } from './fault-note';
import { useWeChatSignIn } from './use-wechat-sign-in';

interface Way {
  onSignedIn: () => void;
}

/** As whoever holds the phone, in a demonstration too. */
export function WaysToSignIn({ onSignedIn }: Way) {
  const { signIn, busy, fault } = useWeChatSignIn(onSignedIn);
  return (
    <>
      <Text>微信只告诉我们您的代号。不要名字、头像和手机号。</Text>
      <FaultNote fault={fault} />
      <Button busy={busy} busyText="正在登录" onTap={() => void signIn()}>
        用微信登录
      </Button>
    </>
  );
}
