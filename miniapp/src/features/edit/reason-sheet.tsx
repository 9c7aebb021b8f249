import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import type { Sending } from '@/platform/use-send';
import { whyNotLength } from './faults';

export interface Question {
  title: string;
  /** What it leads to, and for whom. */
  leadsTo: string;
  label: string;
  button: string;
  chars: { min: number; max: number };
}

interface Props extends Question {
  send: Sending;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks once before ending something that others count on, with the reason they will be told. */
export function ReasonSheet({ title, leadsTo, label, button, chars, send, ...acts }: Props) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const confirm = () => {
    const fault = whyNotLength(reason.trim(), chars, '原因');
    setError(fault);
    if (!fault) acts.onConfirm(reason.trim());
  };

  return (
    <Sheet title={title} onClose={acts.onClose}>
      <Text>{leadsTo}</Text>
      <Field
        label={label}
        hint="会发给她们，写得平常、好懂"
        lines={3}
        max={chars.max}
        error={error}
        onText={setReason}
      />
      <FaultNote fault={send.fault} />
      <Button look="danger" busy={send.busy} onTap={confirm}>
        {button}
      </Button>
    </Sheet>
  );
}
