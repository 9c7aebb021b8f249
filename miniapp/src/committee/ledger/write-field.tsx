import { useState } from 'react';
import {
  ledgerEndpoints,
  ledgerLimits,
  sensitiveFieldLabels,
  type LedgerEntry,
  type SensitiveField,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import { FaultNote } from '@/features/account/fault-note';
import { useSend } from '@/platform/use-send';

const agreed = [{ value: 'agreed', label: '她同意记这一项' }] as const;
const { max } = ledgerLimits.sensitiveChars;

interface Props {
  entryId: string;
  field: SensitiveField;
  initial: string;
  onWritten: (entry: LedgerEntry) => void;
}

/** Kept only with her yes to this very field; an empty text takes out what stood there. */
export function WriteField({ entryId, field, initial, onWritten }: Props) {
  const { send, busy, fault } = useSend(ledgerEndpoints.write);
  const [text, setText] = useState(initial);
  const [yes, setYes] = useState<readonly 'agreed'[]>([]);
  const [tried, setTried] = useState(false);
  const write = async () => {
    setTried(true);
    if (yes.length === 0 || [...text].length > max) return;
    const body = { field, text: text.trim() || null, agreed: true } as const;
    const reply = await send({ params: { id: entryId }, body });
    if (reply) onWritten(reply);
  };
  return (
    <>
      <TextField
        label={sensitiveFieldLabels[field]}
        hint="办事用得着的才写。清空就是删掉。"
        lines={3}
        max={max}
        initial={initial}
        onText={setText}
      />
      <Choices
        label="她怎么说"
        look="rows"
        options={agreed}
        chosen={yes}
        error={tried && yes.length === 0 ? '她同意了才能记。' : undefined}
        onChoose={setYes}
      />
      <FaultNote fault={fault} />
      <Button busy={busy} onTap={() => void write()}>
        保存
      </Button>
    </>
  );
}
