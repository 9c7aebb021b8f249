import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  accountEndpoints,
  deleteMeWord,
  goesWithHerAccount,
  refusals,
  staysAfterHerAccount,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Result } from '@/components/result';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { signedOut, whoSignedIn } from '@/features/account/who-signed-in';
import { SendFault } from '@/features/case-ticket/send-fault';
import { keepsFieldWork } from '@/features/visit/on-this-phone';
import { goBack, goInstead, goToTab } from '@/platform/navigate';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';

export default function LeavePage() {
  const [kept, setKept] = useState<readonly string[]>();
  if (kept) return <Gone kept={kept} />;
  return (
    <Screen>
      <Heading level={1}>删除账号</Heading>
      <Hers>
        {keepsFieldWork(whoSignedIn() ?? '') ? <FieldFirst /> : <Leave onGone={setKept} />}
      </Hers>
    </Screen>
  );
}

const leaveField = () => goInstead('/committee/sign-out/index', { for: 'leave' });

/** A phone with field work on it: that is sealed before anything is deleted, if she may go at all. */
function FieldFirst() {
  const me = useQuery(accountEndpoints.me, {});
  return (
    <PageState query={me}>
      {({ posts }) =>
        posts.length > 0 ? (
          <Note tone="warn" title={refusals.holds_post.message} />
        ) : (
          <Note tone="warn" title="这部手机里还有您做执委时的名单和走访。">
            <Text>先收好，再删账号。</Text>
            <Button onTap={leaveField}>去收好</Button>
          </Note>
        )
      }
    </PageState>
  );
}

function Leave({ onGone }: { onGone: (kept: readonly string[]) => void }) {
  const { send, busy, fault } = useSend(accountEndpoints.deleteMe);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const leave = async () => {
    if (keepsFieldWork(whoSignedIn() ?? '')) return leaveField();
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
