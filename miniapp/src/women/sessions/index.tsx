import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  accountEndpoints,
  dayInWords,
  momentInWords,
  readRfc3339,
  type MySession,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { SendFault } from '@/features/case-ticket/send-fault';
import { useQuery } from '@/platform/use-query';
import { useSend, type Sending } from '@/platform/use-send';

export default function SessionsPage() {
  return (
    <Screen>
      <Heading level={1}>登录的地方</Heading>
      <Hers>
        <Sessions />
      </Hers>
    </Screen>
  );
}

function Sessions() {
  const sessions = useQuery(accountEndpoints.mySessions, {});
  const { send, busy, fault } = useSend(accountEndpoints.endSession);
  const [ended, setEnded] = useState(false);
  const end = async (id: string) => {
    const reply = await send({ params: { id } });
    setEnded(reply !== undefined);
    sessions.again();
  };
  return (
    <>
      <Text className="fact">手机丢了、借给别人用过，就在这里退出那一处。马上生效。</Text>
      {ended && <Note tone="ok" title="那一处已经退出了。" />}
      <SendFault fault={fault} />
      <PageState query={sessions}>
        {({ items }) =>
          items.map((session) => (
            <OneSession
              key={session.id}
              session={session}
              busy={busy}
              onEnd={() => void end(session.id)}
            />
          ))
        }
      </PageState>
    </>
  );
}

interface Props {
  session: MySession;
  busy: Sending['busy'];
  onEnd: () => void;
}

function OneSession({ session, busy, onEnd }: Props) {
  const { createdAt, lastUsedDay, isCurrent } = session;
  const since = momentInWords(readRfc3339(createdAt) ?? 0);
  return (
    <Card>
      <Heading>{isCurrent ? '现在用的这一处' : '另一处'}</Heading>
      <Text>{`${since} 登录`}</Text>
      <Text className="note">{`最近一次用是 ${dayInWords(lastUsedDay)}`}</Text>
      {!isCurrent && (
        <Button look="second" spoken={`退出 ${since} 登录的那一处`} busy={busy} onTap={onEnd}>
          退出这一处
        </Button>
      )}
    </Card>
  );
}
