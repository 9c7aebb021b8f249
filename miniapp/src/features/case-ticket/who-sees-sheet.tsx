import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  herBarEndpoints,
  postKindLabels,
  type BarRequest,
  type SeeingPerson,
  type WhoSees,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { NameToBar } from './name-to-bar';
import { patienceMs } from './claim';
import { SendFault } from './send-fault';

interface Props {
  claimCode: string;
  onClose: () => void;
}

interface Part {
  claimCode: string;
  onChanged: (known: WhoSees) => void;
}

/** Each person by name and post, with one tap; whom she does not find there she writes down. */
export function WhoSeesSheet({ claimCode, onClose }: Props) {
  const read = useQuery(herBarEndpoints.whoSees, { body: { claimCode }, timeoutMs: patienceMs });
  const [changed, setChanged] = useState<WhoSees>();
  const part = { claimCode, onChanged: setChanged };
  const again = () => {
    setChanged(undefined);
    read.again();
  };
  return (
    <Sheet title="谁能看到" onClose={onClose}>
      <Text>点一下就生效，她不会收到通知，随时可以改回来。</Text>
      <PageState query={{ ...read, data: changed ?? read.data }}>
        {({ people, requests }) => (
          <View className="stack">
            {people.map((person) => (
              <Person key={person.accountId} person={person} {...part} />
            ))}
            <Heading level={3}>名单里没有您说的人？</Heading>
            {requests.map((request) => (
              <Written key={request.id} request={request} {...part} />
            ))}
            <NameToBar claimCode={claimCode} onAsked={again} />
          </View>
        )}
      </PageState>
    </Sheet>
  );
}

function Person({ person, claimCode, onChanged }: Part & { person: SeeingPerson }) {
  const { send, busy, fault } = useSend(herBarEndpoints.bar);
  const { accountId, name, postKind, federationName, isBarred, mayChange } = person;
  const change = async () => {
    const body = { claimCode, accountId, barred: !isBarred };
    const known = await send({ body, timeoutMs: patienceMs });
    if (known) onChanged(known);
  };
  return (
    <Card>
      <Text>{isBarred ? `✓ ${name}看不到了` : name}</Text>
      <Text className="note">{`${federationName} ${postKindLabels[postKind]}`}</Text>
      <SendFault fault={fault} />
      {mayChange && (
        <Button look="second" busy={busy} onTap={() => void change()}>
          {isBarred ? `让${name}看` : `不让${name}看`}
        </Button>
      )}
    </Card>
  );
}

/** What she wrote to the head, and can take back. */
function Written({ request: { id, who }, claimCode, onChanged }: Part & { request: BarRequest }) {
  const { send, busy, fault } = useSend(herBarEndpoints.withdrawRequest);
  const takeBack = async () => {
    const known = await send({ body: { claimCode, requestId: id }, timeoutMs: patienceMs });
    if (known) onChanged(known);
  };
  return (
    <Card>
      <Text>{`您写了：${who}`}</Text>
      <Text className="note">负责的人看到后，会查是谁，不让她看。</Text>
      <SendFault fault={fault} />
      <Button look="second" busy={busy} onTap={() => void takeBack()}>
        收回这一条
      </Button>
    </Card>
  );
}
