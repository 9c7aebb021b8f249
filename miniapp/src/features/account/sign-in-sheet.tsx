import { Text } from '@tarojs/components';
import { accountEndpoints } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { FaultNote } from './fault-note';
import { signedInAs } from './who-signed-in';

interface Props {
  onSignedIn: () => void;
  onClose: () => void;
}

/** In a demonstration she is one of the people made up for it. */
export function SignInSheet({ onSignedIn, onClose }: Props) {
  const people = useQuery(accountEndpoints.people, {});
  const { send, fault } = useSend(accountEndpoints.signIn);
  const choose = async (demonstration: string) => {
    const session = await send({ body: { demonstration } });
    if (!session) return;
    signedInAs(session);
    onSignedIn();
  };
  return (
    <Sheet title="先登录" onClose={onClose}>
      <Note title="这是演示">
        <Text>下面的人都是编的，名字前写着“示例”。选一个，接着办。</Text>
      </Note>
      <FaultNote fault={fault} />
      <PageState query={people}>
        {({ items }) =>
          items.map(({ id, name, role }) => (
            <Cell key={id} title={name} facts={[role]} onTap={() => void choose(id)} />
          ))
        }
      </PageState>
    </Sheet>
  );
}
