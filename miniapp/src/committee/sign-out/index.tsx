import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { accountEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { signedOut } from '@/features/account/who-signed-in';
import { howMuchUnsent, leaveField } from '@/features/visit/her-field';
import { call } from '@/platform/call';
import { goBack, goInstead, goToTab, usePageQuery } from '@/platform/navigate';
import { sessionToken } from '@/platform/session';
import { FieldPage, type Field } from '../field-page';
import { Damaged } from '../unsent/damaged';

const whyNotLeft = {
  needs_network: '这部手机还没联过网，没法封存。先联网一次，再来。',
  newer: '手机里的内容是新版本存的。更新小程序，再来。',
  full: '手机存满了，封存不下。删一些别的东西，再来。',
} as const;

// Once the account is gone the service takes nothing more in its name, sealed or not.
const wordsFor = {
  signOut: {
    title: '退出登录',
    unsent: '退出后会封存在手机里，有网自动上传。谁也打不开，您自己也看不到了。',
    sent: '都传上去了。退出后，手机里的名单和走访会清掉。',
    go: '退出登录',
    stay: '先不退出',
  },
  leave: {
    title: '先收好走访',
    unsent: '会封存在手机里，谁也打不开，您自己也看不到了。账号删了，就再也传不上去。',
    sent: '都传上去了。接着删账号，手机里的名单和走访会清掉。',
    go: '收好，接着删账号',
    stay: '先不删',
  },
} as const;

const nothing = () => undefined;

/** Before she signs out, or (`for=leave`) before she deletes her account. */
export default function SignOutPage() {
  const why = usePageQuery().for === 'leave' ? 'leave' : 'signOut';
  return (
    <FieldPage title={wordsFor[why].title}>
      {(field) => <LeaveField field={field} why={why} />}
    </FieldPage>
  );
}

/** What is unsent is sealed first; nothing of it is wiped. */
function LeaveField({ field, why }: { field: Field; why: keyof typeof wordsFor }) {
  const [unsent, setUnsent] = useState<number>();
  const [whyNot, setWhyNot] = useState<string>();
  const words = wordsFor[why];
  const digits = field.toCopy.length;
  useEffect(() => void howMuchUnsent().then(setUnsent), [field.waiting.count]);

  // At once, whatever the service answers: a page that opens meanwhile would bring her work back.
  const signOut = () => {
    const token = sessionToken();
    signedOut();
    goToTab('/pages/mine/index');
    if (token) call(accountEndpoints.signOut, { token }).catch(nothing);
  };
  const leave = async () => {
    const left = await leaveField();
    if (left !== 'left') return setWhyNot(whyNotLeft[left]);
    if (why === 'leave') goInstead('/women/leave/index');
    else signOut();
  };
  return (
    <>
      {unsent ? (
        <Note tone="warn" title={`还有 ${unsent} 条没上传。`}>
          <Text>{words.unsent}</Text>
        </Note>
      ) : (
        unsent === 0 && field.damaged === 0 && <Text>{words.sent}</Text>
      )}
      <Damaged count={field.damaged} />
      {digits > 0 && <Note tone="warn" title={`还有 ${digits} 组数字没抄下，退出后就没了。`} />}
      <Text className="note">没写完的草稿不会留下。</Text>
      {whyNot && <Note tone="error" title={whyNot} />}
      {unsent ? (
        <Button busy={field.sync.state === 'running'} onTap={() => void field.syncNow()}>
          先上传
        </Button>
      ) : null}
      <Button
        look={unsent === 0 && field.damaged === 0 ? 'primary' : 'danger'}
        onTap={() => void leave()}
      >
        {words.go}
      </Button>
      <Button look="second" onTap={goBack}>
        {words.stay}
      </Button>
    </>
  );
}
