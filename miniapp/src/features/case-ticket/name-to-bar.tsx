import { useState } from 'react';
import { View } from '@tarojs/components';
import { deskActEndpoints, deskLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { useSend } from '@/platform/use-send';
import { patienceMs } from './claim';
import { SendFault } from './send-fault';

const answers = [
  { value: 'no', label: '不是，或不知道' },
  { value: 'yes', label: '是' },
] as const;

interface Props {
  claimCode: string;
  onAsked: () => void;
}

/** Whom she does not find in the list: the head reads it, or when it is the head herself, those above. */
export function NameToBar({ claimCode, onAsked }: Props) {
  const { send, busy, fault } = useSend(deskActEndpoints.askBar);
  const [who, setWho] = useState('');
  const [head, setHead] = useState<(typeof answers)[number]['value']>('no');
  const [empty, setEmpty] = useState(false);
  const [asked, setAsked] = useState(0);
  const ask = async () => {
    if (!who.trim()) return setEmpty(true);
    const body = { claimCode, who: who.trim(), isHead: head === 'yes' };
    if (!(await send({ body, timeoutMs: patienceMs }))) return;
    setWho('');
    setAsked(asked + 1);
    onAsked();
  };
  return (
    <View className="stack">
      <Field
        key={asked}
        label="写一下是谁"
        hint="姓名、外号、哪里的都行。"
        max={deskLimits.whoChars.max}
        error={empty ? '写一下是谁。' : undefined}
        onText={(text) => {
          setWho(text);
          setEmpty(false);
        }}
      />
      <Choice
        label="她是这里的主席吗"
        hint="是主席的，只有上级能看到您写的。"
        options={answers}
        chosen={head}
        onChoose={setHead}
      />
      <SendFault fault={fault} />
      <Button look="second" busy={busy} onTap={() => void ask()}>
        告诉负责的人
      </Button>
    </View>
  );
}
