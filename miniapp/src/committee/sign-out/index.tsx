import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { accountEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { signedOut } from '@/features/account/who-signed-in';
import { howMuchUnsent, leaveField } from '@/features/visit/her-field';
import { goBack, goToTab } from '@/platform/navigate';
import { useSend } from '@/platform/use-send';
import { FieldPage, type Field } from '../field-page';

const whyNotLeft = {
  needs_network: '这部手机还没联过网，没法封存。先联网一次，再退出。',
  newer: '手机里的内容是新版本存的。更新小程序，再退出。',
  full: '手机存满了，封存不下。删一些别的东西，再退出。',
} as const;

export default function SignOutPage() {
  return <FieldPage title="退出登录">{(field) => <SignOut field={field} />}</FieldPage>;
}

/** Nothing unsent is lost by signing out: it is sealed, and goes up when there is a network. */
function SignOut({ field }: { field: Field }) {
  const { send, busy } = useSend(accountEndpoints.signOut);
  const [unsent, setUnsent] = useState<number>();
  const [why, setWhy] = useState<string>();
  useEffect(() => void howMuchUnsent().then(setUnsent), [field.waiting.count]);

  // Whatever the service answers: on this phone she is signed out.
  const signOut = async () => {
    const left = await leaveField();
    if (left !== 'left') return setWhy(whyNotLeft[left]);
    await send({});
    signedOut();
    goToTab('/pages/mine/index');
  };
  return (
    <>
      {unsent ? (
        <Note tone="warn" title={`还有 ${unsent} 条没上传。`}>
          <Text>退出后会封存在手机里，有网自动上传。谁也打不开，您自己也看不到了。</Text>
        </Note>
      ) : (
        <Text>都传上去了。退出后，手机里的名单和走访会清掉。</Text>
      )}
      <Text className="note">没写完的草稿不会留下。</Text>
      {why && <Note tone="error" title={why} />}
      {unsent ? (
        <Button busy={field.sync.state === 'running'} onTap={() => void field.syncNow()}>
          先上传
        </Button>
      ) : null}
      <Button look={unsent ? 'danger' : 'primary'} busy={busy} onTap={() => void signOut()}>
        退出登录
      </Button>
      <Button look="second" onTap={goBack}>
        先不退出
      </Button>
    </>
  );
}
