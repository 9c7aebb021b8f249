import { useState } from 'react';
import { Text } from '@tarojs/components';
import { caseTicketLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import type { Sending } from '@/platform/use-send';

interface Props {
  send: Sending;
  onConfirm: (note?: string) => void;
  onClose: () => void;
}

/** Asks once before closing: how it was settled, for whoever reads it later. */
export function CloseSheet({ send, onConfirm, onClose }: Props) {
  const [note, setNote] = useState('');
  return (
    <Sheet title="办结这件求助？" onClose={onClose}>
      <Text>办结后您不能再写答复，她也不能再补充。需要时可以重新办理。</Text>
      <Field
        label="怎么办的"
        hint="只有工作人员能看到"
        optional
        lines={3}
        max={caseTicketLimits.noteChars.max}
        onText={setNote}
      />
      <FaultNote fault={send.fault} />
      <Button busy={send.busy} onTap={() => onConfirm(note.trim() || undefined)}>
        确定办结
      </Button>
    </Sheet>
  );
}
