import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { accountEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Note } from '@/components/note';
import { signedOut } from '@/features/account/who-signed-in';
import { goTo } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';

/** Her account, while she is signed in on this phone. */
export function HerAccount() {
  const signedIn = useSessionToken() !== undefined;
  const [left, setLeft] = useState(false);
  if (signedIn) return <Account onLeft={() => setLeft(true)} />;
  return left ? <Note tone="ok" title="退出了。报的名和消息，在这部手机上看不到了。" /> : null;
}

function Account({ onLeft }: { onLeft: () => void }) {
  const me = useQuery(accountEndpoints.me, {});
  const { send, busy } = useSend(accountEndpoints.signOut);

  // Whatever the service answers: on this phone she is signed out.
  const signOut = async () => {
    await send({});
    onLeft();
    signedOut();
  };
  return (
    <View className="stack">
      {me.data && <Text className="fact">{`登录的是 ${me.data.displayName}`}</Text>}
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
