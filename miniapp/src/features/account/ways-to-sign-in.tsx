import { Text } from '@tarojs/components';
import { accountEndpoints, type DemonstrationPerson } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { hasWeChat } from '@/platform/login';
import { Refused } from '@/platform/refused';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { FaultNote } from './fault-note';
import { useWeChatSignIn } from './use-wechat-sign-in';
import { signedInAs } from './who-signed-in';

interface Way {
  onSignedIn: () => void;
}

/** In a demonstration as one of the people made up for it; else with WeChat. */
export function WaysToSignIn({ onSignedIn }: Way) {
  const people = useQuery(accountEndpoints.people, {});
  const withWeChat = hasWeChat ? <WithWeChat onSignedIn={onSignedIn} /> : <OnlyInWeChat />;
  if (people.fault instanceof Refused && people.fault.code === 'not_found') return withWeChat;
  return (
    <PageState query={people} isEmpty={({ items }) => items.length === 0} empty={withWeChat}>
      {({ items }) => <AsInvented people={items} onSignedIn={onSignedIn} />}
    </PageState>
  );
}

function WithWeChat({ onSignedIn }: Way) {
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

function OnlyInWeChat() {
  return (
    <Note title="请在微信里登录">
      <Text>登录要在微信小程序“近邻娘家”里。不登录也能找妇女之家、求助、看答复。</Text>
    </Note>
  );
}

function AsInvented({ people, onSignedIn }: Way & { people: readonly DemonstrationPerson[] }) {
  const { send, fault } = useSend(accountEndpoints.signIn);
  const choose = async (demonstration: string) => {
    const session = await send({ body: { demonstration } });
    if (!session) return;
    signedInAs(session);
    onSignedIn();
  };
  return (
    <>
      <Note title="这是演示">
        <Text>下面的人都是编的，名字前写着“示例”。选一个，接着办。</Text>
      </Note>
      <FaultNote fault={fault} />
      {people.map(({ id, name, role }) => (
        <Cell key={id} title={name} facts={[role]} onTap={() => void choose(id)} />
      ))}
    </>
  );
}
