import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { LinkOfHers } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { SendFault } from '@/features/case-ticket/send-fault';
import type { Sending } from '@/platform/use-send';

interface Props {
  link: LinkOfHers;
  send: Sending;
  /** False when it did not go through. */
  onEnd: () => Promise<boolean>;
}

/** Hers to end, without a reason, and effective at once. */
export function EndLink({ link: { state, committeeMemberName: name }, send, onEnd }: Props) {
  const [asking, setAsking] = useState(false);
  const end = async () => {
    if (await onEnd()) setAsking(false);
  };
  if (state === 'ended') return <Note tone="ok" title="结束了，马上算数。名单上没有您了。" />;
  return (
    <>
      <Button look="text" spoken={`结束联系，${name}`} onTap={() => setAsking(true)}>
        结束联系
      </Button>
      {asking && (
        <Sheet title="结束联系" onClose={() => setAsking(false)}>
          <Text>{`${name}的名单上马上就没有您了。`}</Text>
          <Text>她记下的内容，当天夜里删掉。不用说为什么。</Text>
          <SendFault fault={send.fault} />
          <Button look="danger" busy={send.busy} onTap={() => void end()}>
            确定结束
          </Button>
          <Button look="second" onTap={() => setAsking(false)}>
            先不结束
          </Button>
        </Sheet>
      )}
    </>
  );
}
