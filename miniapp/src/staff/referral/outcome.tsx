import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  referralEndpoints,
  referralLimits,
  referralStateLabels,
  type Referral,
  type ReferralMove,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { FaultNote } from '@/features/account/fault-note';
import { Refused } from '@/platform/refused';
import { useSend } from '@/platform/use-send';

const labels: Record<ReferralMove, string> = {
  received: '对方怎么说',
  answered: '答复了什么',
  returned: '为什么退回',
};

interface Props {
  slip: Referral;
  onMoved: (slip: Referral) => void;
  onConflict: () => void;
}

/** What came back, as they said it on the phone or wrote on the receipt. */
export function Outcome({ slip, onMoved, onConflict }: Props) {
  const [to, setTo] = useState<ReferralMove>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const moving = useSend(referralEndpoints.move);
  const wantsNote = to !== undefined && to !== 'received';
  const conflict = moving.fault instanceof Refused && moving.fault.code === 'referral_wrong_state';

  const save = async () => {
    setTried(true);
    if (!to || (wantsNote && !note.trim())) return;
    const body = { to, ...(note.trim() && { note }) };
    const moved = await moving.send({ params: { id: slip.id }, body });
    if (!moved) return;
    setTo(undefined);
    setNote('');
    setTried(false);
    onMoved(moved);
  };

  return (
    <View className="stack">
      <Heading>登记结果</Heading>
      <Choice
        label="对方"
        error={tried && !to ? '点一个结果。' : undefined}
        options={slip.mayMoveTo.map((value) => ({ value, label: referralStateLabels[value] }))}
        chosen={to}
        onChoose={setTo}
      />
      {to && (
        <Field
          key={to}
          label={labels[to]}
          lines={3}
          optional={!wantsNote}
          max={referralLimits.noteChars.max}
          error={tried && wantsNote && !note.trim() ? '写一下对方是怎么说的。' : undefined}
          onText={setNote}
        />
      )}
      <FaultNote fault={moving.fault} />
      {conflict && (
        <Button look="second" onTap={onConflict}>
          看最新的结果
        </Button>
      )}
      <Text className="note">登记后，她凭领取码能看到对方收到、答复还是退回，看不到您写的话。</Text>
      <Button busy={moving.busy} onTap={() => void save()}>
        登记
      </Button>
    </View>
  );
}
