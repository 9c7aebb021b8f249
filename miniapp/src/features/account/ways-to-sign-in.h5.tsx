import { Text } from '@tarojs/components';
import { accountEndpoints, type DemonstrationPerson } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Refused } from '@/platform/refused';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { FaultNote } from './fault-note';
import { signedInAs } from './who-signed-in';

interface Way {
  onSignedIn: () => void;
}

/** In a demonstration as one of the people made up for it; else nobody can in a browser. */
export function WaysToSignIn({ onSignedIn }: Way) {
  const people = useQuery(accountEndpoints.people, {});
  if (people.fault instanceof Refused && people.fault.code === 'not_found') return <OnlyInWeChat />;
  return (
    <PageState query={people} isEmpty={({ items }) => items.length === 0} empty={<OnlyInWeChat />}>
      {({ items }) => <AsInvented people={items} onSignedIn={onSignedIn} />}
    </PageState>
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
