import { Text } from '@tarojs/components';
import { accountEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { signedInAs } from '@/features/account/who-signed-in';
import { useSend } from '@/platform/use-send';

interface Props {
  /** By which a demonstration signs her in. */
  who: string;
  onProved: () => void;
}

/** In a demonstration: signing in again stands for what she does not have. */
export function AsInvented({ who, onProved }: Props) {
  const { send, busy, fault } = useSend(accountEndpoints.signIn);
  const signIn = async () => {
    const session = await send({ body: { demonstration: who } });
    if (!session) return;
    signedInAs(session);
    onProved();
  };
  return (
    <>
      <Heading level={1}>两步验证</Heading>
      <Note title="这是演示">
        <Text>示例人物没有验证器。再登录一次，就当验证过了。</Text>
      </Note>
      <FaultNote fault={fault} />
      <Button busy={busy} busyText="正在登录" onTap={() => void signIn()}>
        再登录一次
      </Button>
    </>
  );
}
