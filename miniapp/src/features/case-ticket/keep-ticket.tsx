import { useState } from 'react';
import { View } from '@tarojs/components';
import { keptTicketEndpoints } from '@niangjia/shared';
import { Choices } from '@/components/choice';
import { Note } from '@/components/note';
import { useSessionToken } from '@/platform/session';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

const keep = 'keep';
const options = [{ value: keep, label: '收进「我的」' }] as const;

/** 收进我的: off until she ticks it, and only offered to whoever is signed in already. */
export function KeepTicket({ claimCode }: Pick<Claim, 'claimCode'>) {
  const signedIn = useSessionToken() !== undefined;
  const { send, fault } = useSend(keptTicketEndpoints.keep);
  const [title, setTitle] = useState<string>();
  const tick = async () => {
    const kept = await send({ body: { claimCode }, timeoutMs: patienceMs });
    setTitle(kept?.title);
  };

  if (!signedIn) return null;
  if (title) return <Note tone="ok" title={`收进去了，叫“${title}”。在「我的」里能移出来。`} />;
  return (
    <View className="stack">
      <Choices
        label="要在「我的」里看办到哪一步吗？（选填）"
        hint="不勾，就和您的账号没有关系。勾了，也不写是什么事。"
        look="rows"
        options={options}
        chosen={[]}
        onChoose={() => void tick()}
      />
      <SendFault fault={fault} />
    </View>
  );
}
