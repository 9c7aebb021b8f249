import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  momentInWords,
  readRfc3339,
  refusals,
  registrationEndpoints,
  whyNotCancel,
  type Activity,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { ruled, type LiveRegistration } from '@/features/activity/activity-words';
import { placeInQueue } from '@/features/activity/registration-words';
import { SendFault } from '@/features/case-ticket/send-fault';
import { useSend } from '@/platform/use-send';
import type { Registrable } from './registrable';

type Props = Registrable & { mine: LiveRegistration };

const words = {
  registered: { title: '您报上名了', cancel: '取消报名', sure: '确定取消', keep: '先不取消' },
  waiting: { title: '您在排队', cancel: '不再等了', sure: '确定不等', keep: '接着等' },
} as const;

function hint({ cancellableUntil }: Activity, mine: LiveRegistration): string {
  if (mine.state === 'waiting') return placeInQueue(mine, Date.now());
  return `${mine.seats} 个名额。来不了的话，请在${momentInWords(readRfc3339(cancellableUntil) ?? 0)}之前取消。`;
}

/** Her registration, and giving it back: asked once more, because the seat goes to the next. */
export function Registered({ activity, mine, onOutcome, onStale }: Props) {
  const { send, busy, fault } = useSend(registrationEndpoints.cancel);
  const [asking, setAsking] = useState(false);
  const why = whyNotCancel(ruled(activity), mine.state, Date.now());
  const { title, cancel, sure, keep } = words[mine.state];
  const giveBack = async () => {
    const cancelled = await send({ params: { id: mine.id } });
    if (cancelled) onOutcome(cancelled);
    else onStale();
  };
  return (
    <Card>
      <Heading>{title}</Heading>
      <Text>{hint(activity, mine)}</Text>
      <SendFault fault={fault} />
      {!asking && (
        <Button look="second" whyNot={why && refusals[why].message} onTap={() => setAsking(true)}>
          {cancel}
        </Button>
      )}
      {asking && (
        <>
          <Button look="danger" busy={busy} onTap={() => void giveBack()}>
            {sure}
          </Button>
          <Button look="second" onTap={() => setAsking(false)}>
            {keep}
          </Button>
        </>
      )}
    </Card>
  );
}
