import { useState } from 'react';
import { Text } from '@tarojs/components';
import { linkEndpoints, type LinkHolder } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { useSend } from '@/platform/use-send';

interface Props {
  from: LinkHolder;
  others: readonly LinkHolder[];
  /** With what came of it, in words. */
  onDone: (words: string) => void;
  onClose: () => void;
}

/** Those of her own federation first: they are whom a list usually goes to. */
const nearFirst = (from: LinkHolder, others: readonly LinkHolder[]): LinkHolder[] => {
  const isNear = ({ federationId }: LinkHolder) => federationId === from.federationId;
  return [...others.filter(isNear), ...others.filter((other) => !isNear(other))];
};

const outcome = (handedOver: number, { name }: LinkHolder): string =>
  handedOver > 0 ? `交了 ${handedOver} 位给${name}。` : `没有交成：${name}的任职管不到这些联系户。`;

/** Two steps: to whom, then once more with both names. */
export function HandOverSheet({ from, others, onDone, onClose }: Props) {
  const { send, busy, fault } = useSend(linkEndpoints.handOver);
  const [to, setTo] = useState<LinkHolder>();
  const handOver = async ({ accountId: toAccountId }: LinkHolder) => {
    const reply = await send({ body: { fromAccountId: from.accountId, toAccountId } });
    if (reply && to) onDone(outcome(reply.handedOver, to));
  };

  if (!from.hasLinks)
    return (
      <Sheet title={from.name} onClose={onClose}>
        <Note title="她名单上现在没有联系户，不用交接。" />
      </Sheet>
    );
  if (to)
    return (
      <Sheet title="确定交接吗" onClose={onClose}>
        <Text>{`${from.name}名单上的联系户，都交给${to.name}。`}</Text>
        <Text className="note">马上算数。收进账号的妇女会收到消息。</Text>
        <FaultNote fault={fault} />
        <Button busy={busy} onTap={() => void handOver(to)}>
          确定交接
        </Button>
        <Button look="second" onTap={() => setTo(undefined)}>
          换一个人
        </Button>
      </Sheet>
    );
  return (
    <Sheet title="交给谁" onClose={onClose}>
      <Text>{`${from.name}名单上的联系户，一起交。`}</Text>
      {others.length === 0 && <Note title="这一片没有别的执委。先给人任职，再来交接。" />}
      {others.length > 0 && (
        <Choice
          label="点一位接手的"
          look="rows"
          options={nearFirst(from, others).map(({ accountId, name, federationName }) => ({
            value: accountId,
            label: name,
            note: federationName,
          }))}
          chosen={undefined}
          onChoose={(id) => setTo(others.find(({ accountId }) => accountId === id))}
        />
      )}
    </Sheet>
  );
}
