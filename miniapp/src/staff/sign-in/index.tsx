import { Text, View } from '@tarojs/components';
import { accountEndpoints, type DemonstrationPerson } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { FaultNote } from '@/features/account/fault-note';
import { signedInAs } from '@/features/account/who-signed-in';
import { goBack, goInstead, usePageQuery } from '@/platform/navigate';
import { Refused } from '@/platform/refused';
import { useSessionToken } from '@/platform/session';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';

export default function SignInPage() {
  const people = useQuery(accountEndpoints.people, {});
  const signIn = useSend(accountEndpoints.signIn);
  const signedIn = useSessionToken() !== undefined;
  const goOn = usePageQuery().back ? goBack : () => goInstead('/staff/desk/index');

  const choose = async (demonstration: string) => {
    const session = await signIn.send({ body: { demonstration } });
    if (!session) return;
    signedInAs(session);
    goOn();
  };

  const isDemonstration = !(people.fault instanceof Refused && people.fault.code === 'not_found');
  return (
    <Screen>
      <Heading level={1}>工作人员登录</Heading>
      {signedIn && <Button onTap={goOn}>已登录，接着用</Button>}
      <FaultNote fault={signIn.fault} />
      {!isDemonstration && <NotYet />}
      {isDemonstration && (
        <PageState query={people} isEmpty={({ items }) => items.length === 0} empty={<NotYet />}>
          {({ items }) => <People people={items} onChoose={(id) => void choose(id)} />}
        </PageState>
      )}
    </Screen>
  );
}

function NotYet() {
  return (
    <Note tone="info" title="微信登录还没有开通">
      <Text>开通后，在这里点一下就能登录。现在请先照原来的办法办理。</Text>
    </Note>
  );
}

interface Chosen {
  people: readonly DemonstrationPerson[];
  onChoose: (id: string) => void;
}

function People({ people, onChoose }: Chosen) {
  return (
    <View className="stack">
      <Note tone="info" title="这是演示">
        <Text>下面的人都是编的，名字前写着“示例”。选一个，看看她的工作。</Text>
      </Note>
      {people.map(({ id, name, role }) => (
        <Cell key={id} title={name} facts={[role]} onTap={() => onChoose(id)} />
      ))}
    </View>
  );
}
