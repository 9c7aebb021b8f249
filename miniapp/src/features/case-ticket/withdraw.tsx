import { useState } from 'react';
import { View } from '@tarojs/components';
import { caseTicketEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

/** Asks once: it cannot be undone. */
export function Withdraw({ claimCode, onChanged }: Claim) {
  const { send, busy, fault } = useSend(caseTicketEndpoints.withdraw);
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    const reply = await send({ body: { claimCode }, timeoutMs: patienceMs });
    if (reply) onChanged(reply);
  };

  if (!asking)
    return (
      <Button look="text" onTap={() => setAsking(true)}>
        撤回这件求助
      </Button>
    );
  return (
    <View className="stack">
      <Note
        tone="warn"
        title="撤回就不再办了，也收不回来。撤回后，只有负责的妇联和上级妇联的主席还能看到。"
      />
      <SendFault fault={fault} />
      <Button look="danger" busy={busy} onTap={() => void withdraw()}>
        确定撤回
      </Button>
      <Button look="second" onTap={() => setAsking(false)}>
        先不撤回
      </Button>
    </View>
  );
}
