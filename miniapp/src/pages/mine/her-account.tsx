import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { accountEndpoints, type Account } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Note } from '@/components/note';
import { signedOut, whoSignedIn } from '@/features/account/who-signed-in';
import { keepsFieldWork } from '@/features/visit/on-this-phone';
import { goTo } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { useSend } from '@/platform/use-send';

/** Her account, while she is signed in on this phone. */
export function HerAccount({ me }: { me?: Account }) {
  const signedIn = useSessionToken() !== undefined;
  const [left, setLeft] = useState(false);
  if (signedIn) return <SignedIn me={me} onLeft={() => setLeft(true)} />;
  return left ? <Note tone="ok" title="退出了。报的名和消息，在这部手机上看不到了。" /> : null;
}

function SignedIn({ me, onLeft }: { me?: Account; onLeft: () => void }) {
  const { send, busy } = useSend(accountEndpoints.signOut);

  // Whatever the service answers: on this phone she is signed out. What an 执委 has not sent is sealed first.
  const signOut = async () => {
    if (keepsFieldWork(whoSignedIn() ?? '')) return goTo('/committee/sign-out/index');
    await send({});
    onLeft();
    signedOut();
  };
  return (
    <View className="stack">
      {me && <Text className="fact">{`登录的是 ${me.displayName}`}</Text>}
      <Cell title="登录的地方" onTap={() => goTo('/women/sessions/index')} />
      <Cell
        title="我的数据"
        facts={['看、导出、删除账号']}
        onTap={() => goTo('/women/my-data/index')}
      />
      <Button look="second" busy={busy} busyText="正在退出" onTap={() => void signOut()}>
        退出登录
      </Button>
    </View>
  );
}
