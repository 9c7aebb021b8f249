import { useState } from 'react';
import { View } from '@tarojs/components';
import { caseTicketLimits, readClaimCode } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { SendFault } from '@/features/case-ticket/send-fault';
import type { Fault } from '@/platform/refused';

interface Props {
  /** Where she has the digits from. */
  hint: string;
  button: string;
  fault?: Fault;
  busy: boolean;
  /** Called with twenty digits. */
  onCode: (digits: string) => void;
}

const wanted = caseTicketLimits.claimCodeDigits;

const whyNotRead = (typed: string): string => {
  const digits = (typed.match(/[\d０-９]/g) ?? []).length;
  return digits === wanted
    ? '这里只要数字，去掉别的字再试。'
    : `要 ${wanted} 位数字，现在是 ${digits} 位。`;
};

/** However she types it: blanks, dashes and full-width digits are forgiven. */
export function CodeEntry({ hint, button, fault, busy, onCode }: Props) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const read = () => {
    const code = readClaimCode(typed);
    setError(code ? undefined : whyNotRead(typed));
    if (code) onCode(code);
  };
  return (
    <View className="stack">
      <Field
        label="20 位数字"
        hint={`${hint}空格可有可无。`}
        kind="number"
        error={error}
        onText={setTyped}
        onDone={read}
      />
      <SendFault fault={fault} />
      <Button busy={busy} busyText="正在找" onTap={read}>
        {button}
      </Button>
    </View>
  );
}
