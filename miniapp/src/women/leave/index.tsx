import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  accountEndpoints,
  deleteMeWord,
  goesWithHerAccount,
  staysAfterHerAccount,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Result } from '@/components/result';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { signedOut } from '@/features/account/who-signed-in';
import { SendFault } from '@/features/case-ticket/send-fault';
import { goBack, goToTab } from '@/platform/navigate';
import { useSend } from '@/platform/use-send';

export default function LeavePage() {
  const [kept, setKept] = useState<readonly string[]>();
  if (kept) return <Gone kept={kept} />;
  return (
    <Screen>
      <Heading level={1}>删除账号</Heading>
      <Hers>
        <Leave onGone={setKept} />
      </Hers>
    </Screen>
  );
}

function Leave({ onGone }: { onGone: (kept: readonly string[]) => void }) {
  const { send, busy, fault } = useSend(accountEndpoints.deleteMe);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const leave = async () => {
    const sure = typed.trim() === deleteMeWord;
    setError(sure ? undefined : `要删，就打“${deleteMeWord}”两个字。`);
    if (!sure) return;
    const reply = await send({ body: { confirm: deleteMeWord } });
    if (!reply) return;
    onGone(reply.kept);
    signedOut();
  };
  return (
    <>
      <Note tone="warn" title="删了就找不回来。" />
      <Lines title="会删掉的" lines={goesWithHerAccount} />
      <Lines title="会留着的" lines={staysAfterHerAccount} />
      <Field
        label={`打“${deleteMeWord}”两个字`}
        error={error}
        onText={setTyped}
        onDone={() => void leave()}
      />
      <SendFault fault={fault} />
      <Button look="danger" busy={busy} onTap={() => void leave()}>
        删除我的账号
      </Button>
      <Button look="second" onTap={goBack}>
        先不删
      </Button>
    </>
  );
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <Card>
    <Heading>{title}</Heading>
    {lines.map((line) => (
      <Text key={line}>{line}</Text>
    ))}
  </Card>
);

const Gone = ({ kept }: { kept: readonly string[] }) => (
  <Screen>
    <Result kind="done" title="账号删了">
      <Text>以后想来，再登录就是一个新账号。求助不用账号。</Text>
    </Result>
    <Lines title="还留着的" lines={kept} />
    <Button onTap={() => goToTab('/pages/home/index')}>回首页</Button>
  </Screen>
);
