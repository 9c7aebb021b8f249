import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  invitationEndpoints,
  postKindLabels,
  readClaimCode,
  type Account,
  type Invitation,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Screen } from '@/components/screen';
import { useNeedAccount, type NeedAccount } from '@/features/account/need-account';
import { SendFault } from '@/features/case-ticket/send-fault';
import { goTo } from '@/platform/navigate';
import { isGone } from '@/platform/refused';
import { useSend } from '@/platform/use-send';

/** She was sent twenty digits: signed in as herself she sees which post, and takes it. */
export default function InvitationPage() {
  const reading = useSend(invitationEndpoints.read);
  const { needAccount, signIn } = useNeedAccount();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const [found, setFound] = useState<{ code: string; invitation: Invitation }>();
  const read = () => {
    const code = readClaimCode(typed);
    setError(code ? undefined : '要 20 位数字，照着发给您的再对一对。');
    if (!code) return;
    needAccount(() => {
      void reading.send({ body: { code } }).then((invitation) => {
        if (invitation) setFound({ code, invitation });
      });
    });
  };
  const startOver = () => {
    setTyped('');
    setFound(undefined);
  };
  return (
    <Screen>
      <Heading level={1}>接受任职</Heading>
      {found ? (
        <Take {...found} needAccount={needAccount} onOther={startOver} />
      ) : (
        <>
          <Text>妇联请您任职时，会发给您 20 位数字。</Text>
          <Field
            label="20 位数字"
            hint="空格可有可无。"
            kind="number"
            error={error}
            onText={setTyped}
            onDone={read}
          />
          <SendFault fault={reading.fault} />
          <Button busy={reading.busy} busyText="正在找" onTap={read}>
            看是什么任职
          </Button>
        </>
      )}
      {signIn}
    </Screen>
  );
}

interface Found extends Pick<NeedAccount, 'needAccount'> {
  code: string;
  invitation: Invitation;
  onOther: () => void;
}

function Take({ code, invitation, needAccount, onOther }: Found) {
  const taking = useSend(invitationEndpoints.take);
  const [account, setAccount] = useState<Account>();
  const { federationName, kind, toDay } = invitation;
  const take = () => void taking.send({ body: { code } }).then(setAccount);
  const post = `${federationName} ${postKindLabels[kind]}`;
  if (account)
    return (
      <Note tone="ok" title={`好了，您现在是${post}。`}>
        <Button onTap={() => goTo('/staff/desk/index')}>去工作台</Button>
      </Note>
    );
  return (
    <>
      <Text className="fact">{`请您做：${post}`}</Text>
      {toDay && <Text className="fact">{`做到：${toDay}`}</Text>}
      <Text className="note">接了以后，您能看到和办理这个妇联的事。不想做，不用理它。</Text>
      <SendFault fault={taking.fault} />
      {isGone(taking.fault) ? (
        <Button onTap={onOther}>填另一串数字</Button>
      ) : (
        <Button busy={taking.busy} onTap={() => needAccount(take)}>
          接受
        </Button>
      )}
    </>
  );
}
