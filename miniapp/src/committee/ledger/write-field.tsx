import { useState } from 'react';
import { Text } from '@tarojs/components';
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
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { ConflictNote } from '@/features/edit/conflict-note';
import { Refused } from '@/platform/refused';
import { useSend, type Sending } from '@/platform/use-send';

const agreed = [{ value: 'agreed', label: '她同意记这一项' }] as const;
const { max } = ledgerLimits.sensitiveChars;

interface Props {
  entryId: string;
  field: SensitiveField;
  initial: string;
  /** Of what she sees there. */
  version: number;
  opening: Sending['busy'];
  onOpenNewest: () => void;
  onTakeNewest: () => void;
  onWritten: (entry: LedgerEntry) => void;
}

/** Kept only with her yes to this very field; an empty text takes out what stood there. */
export function WriteField({ entryId, field, initial, version, onWritten, ...newest }: Props) {
  const { send, busy, fault } = useSend(ledgerEndpoints.write);
  const label = sensitiveFieldLabels[field];
  const [sentOver, setSentOver] = useState<number>();
  const isOvertaken = fault instanceof Refused && fault.code === 'changed_meanwhile';
  // What is opened later is shown beside her words, not in their place.
  const [begun] = useState(initial);
  const [text, setText] = useState(begun);
  const [yes, setYes] = useState<readonly 'agreed'[]>([]);
  const [tried, setTried] = useState(false);
  const write = async () => {
    setTried(true);
    if (yes.length === 0 || [...text].length > max) return;
    setSentOver(version);
    const body = { field, text: text.trim() || null, agreed: true, version } as const;
    const reply = await send({ params: { id: entryId }, body });
    if (reply) onWritten(reply);
  };
  return (
    <>
      <TextField
        label={label}
        hint="办事用得着的才写。清空就是删掉。"
        lines={3}
        max={max}
        initial={begun}
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
      {!isOvertaken && (
        <>
          <FaultNote fault={fault} />
          <Button busy={busy} onTap={() => void write()}>
            保存
          </Button>
        </>
      )}
      {isOvertaken && version === sentOver && (
        <Note tone="warn" title={fault.message}>
          <Text>您填的都还在。</Text>
          <Button
            spoken={`打开最新的${label}，会记下来`}
            busy={newest.opening}
            busyText="正在打开"
            onTap={newest.onOpenNewest}
          >
            打开最新的看
          </Button>
        </Note>
      )}
      {isOvertaken && version !== sentOver && (
        <ConflictNote
          changed={[label]}
          onKeepMine={() => void write()}
          onTakeNewest={newest.onTakeNewest}
        />
      )}
    </>
  );
}
