import { useState } from 'react';
import { Text } from '@tarojs/components';
import { caseTicketStateLabels, keptTicketEndpoints, type KeptTicket } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { SendFault } from '@/features/case-ticket/send-fault';
import { goTo, goToTab } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { useQuery } from '@/platform/use-query';
import { useSend, type Sending } from '@/platform/use-send';

/** Nothing here says what a matter is about; it opens only with the digits she noted. */
export default function KeptPage() {
  const signedIn = useSessionToken() !== undefined;
  return (
    <Screen help>
      <Heading level={1}>收进的事</Heading>
      {signedIn ? <Kept /> : <SignedOut />}
    </Screen>
  );
}

const SignedOut = () => (
  <Note title="先在“我的”里登录，再来这里看。">
    <Button look="second" onTap={() => goToTab('/pages/mine/index')}>
      去“我的”
    </Button>
  </Note>
);

function Kept() {
  const kept = useQuery(keptTicketEndpoints.mine, {});
  const { send, busy, fault } = useSend(keptTicketEndpoints.remove);
  const remove = async (id: string) => {
    await send({ params: { id } });
    kept.again();
  };
  return (
    <>
      <Text className="fact">办到哪一步看得到，内容要用那 20 位数字才打得开。</Text>
      <SendFault fault={fault} />
      <PageState
        query={kept}
        isEmpty={({ items }) => items.length === 0}
        empty={<Note title="没有收进来的事。" />}
      >
        {({ items }) =>
          items.map((one) => (
            <OneKept key={one.id} kept={one} busy={busy} onRemove={() => void remove(one.id)} />
          ))
        }
      </PageState>
    </>
  );
}

interface Props {
  kept: KeptTicket;
  busy: Sending['busy'];
  onRemove: () => void;
}

function OneKept({ kept: { title, state }, busy, onRemove }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <Heading>{title}</Heading>
      <Text>{caseTicketStateLabels[state]}</Text>
      <Button look="second" spoken={`看答复，${title}`} onTap={() => goTo('/women/claim/index')}>
        看答复
      </Button>
      {!asking && (
        <Button look="text" spoken={`移出去，${title}`} onTap={() => setAsking(true)}>
          移出去
        </Button>
      )}
      {asking && (
        <>
          <Text className="note">事情照样办，只是这里不再列出来。</Text>
          <Button look="second" busy={busy} onTap={onRemove}>
            确定移出
          </Button>
        </>
      )}
    </Card>
  );
}
