import { useState } from 'react';
import { View } from '@tarojs/components';
import { fillPath, referralEndpoints, type Referral } from '@niangjia/shared';
import { Button } from '@/components/button';
import { FaultNote } from '@/features/account/fault-note';
import { openPdf } from '@/platform/open-pdf';
import { asFault, Unreachable, type Fault } from '@/platform/refused';

const faultOf = (error: unknown): Fault => (error instanceof Unreachable ? error : asFault(error));

/** The slip on paper: opened beside the page, or in WeChat's reader, and printed from there. */
export function PrintSlip({ slip: { id, number } }: { slip: Referral }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const open = async () => {
    setBusy(true);
    setFault(undefined);
    await openPdf(fillPath(referralEndpoints.slip.path, { id }), number).catch((error: unknown) =>
      setFault(faultOf(error)),
    );
    setBusy(false);
  };

  return (
    <View className="stack">
      <FaultNote fault={fault} />
      <Button look="second" busy={busy} busyText="正在打开" onTap={() => void open()}>
        打开打印单
      </Button>
    </View>
  );
}
