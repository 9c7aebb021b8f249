import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { mediationEndpoints, type MediationWish } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

const asked: Record<MediationWish, string> = {
  another_wanted: '确定换一位',
  refused: '确定不调解',
};

/** Who mediates for her: she may have another, or none (人民调解法 art. 23). */
export function HerMediator({ ticket, claimCode, onChanged }: Claim) {
  const { send, busy, fault } = useSend(mediationEndpoints.wish);
  const [wish, setWish] = useState<MediationWish>();
  if (!ticket.mediator) return null;
  const say = async () => {
    if (!wish) return;
    const reply = await send({ body: { claimCode, wish }, timeoutMs: patienceMs });
    if (reply) onChanged(reply);
  };

  return (
    <View className="stack">
      <Heading>您的调解员</Heading>
      <Text>{`${ticket.mediator} 来帮您调解。换不换人，要不要调解，都由您定，不用说理由。`}</Text>
      <SendFault fault={fault} />
      {wish ? (
        <>
          <Button busy={busy} onTap={() => void say()}>
            {asked[wish]}
          </Button>
          <Button look="second" onTap={() => setWish(undefined)}>
            先不换
          </Button>
        </>
      ) : (
        <>
          <Button look="second" onTap={() => setWish('another_wanted')}>
            换一位调解员
          </Button>
          <Button look="second" onTap={() => setWish('refused')}>
            不想调解
          </Button>
        </>
      )}
    </View>
  );
}
