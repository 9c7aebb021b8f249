import { useState } from 'react';
import { View } from '@tarojs/components';
import { caseTicketEndpoints, caseTicketLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

const { max } = caseTicketLimits.textChars;

/** More facts, whenever she likes. */
export function AddFacts({ claimCode, onChanged }: Claim) {
  const { send, busy, fault } = useSend(caseTicketEndpoints.addFacts);
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const [added, setAdded] = useState(0);

  const write = (words: string) => {
    setText(words);
    setEmpty(false);
  };
  const add = async () => {
    if (!text.trim()) return setEmpty(true);
    const reply = await send({ body: { claimCode, text }, timeoutMs: patienceMs });
    if (!reply) return;
    setText('');
    setAdded(added + 1);
    onChanged(reply);
  };
  return (
    <View className="stack">
      <Field
        key={added}
        label="再补充几句"
        optional
        lines={3}
        max={max}
        error={empty ? '写几句再补充。' : undefined}
        onText={write}
      />
      <SendFault fault={fault} />
      {added > 0 && !text && <Note tone="ok" title="补上了，办事的人能看到。" />}
      <Button look="second" busy={busy} onTap={() => void add()}>
        补充
      </Button>
    </View>
  );
}
