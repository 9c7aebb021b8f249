import { useState } from 'react';
import { secondFactorDigits, secondFactorEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { FaultNote } from '@/features/account/fault-note';
import { useSend } from '@/platform/use-send';

interface Props {
  label: string;
  act: string;
  onProved: () => void;
}

/** The digits that her authenticator shows now; spaces that came along when she pasted them do not count. */
export function DigitsForm({ label, act, onProved }: Props) {
  const proving = useSend(secondFactorEndpoints.prove);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const prove = async () => {
    const digits = typed.replace(/\s/g, '');
    const isWhole = /^\d+$/.test(digits) && digits.length === secondFactorDigits;
    setError(isWhole ? undefined : `填验证器上的 ${secondFactorDigits} 位数字。`);
    if (isWhole && (await proving.send({ body: { digits } }))) onProved();
  };
  return (
    <>
      <Field
        label={label}
        hint="数字半分钟换一次，快没了就等新的。"
        kind="number"
        error={error}
        onText={setTyped}
        onDone={() => void prove()}
      />
      <FaultNote fault={proving.fault} />
      <Button busy={proving.busy} busyText="正在验证" onTap={() => void prove()}>
        {act}
      </Button>
    </>
  );
}
