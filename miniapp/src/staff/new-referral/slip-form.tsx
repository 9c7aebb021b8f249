import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  referralEndpoints,
  referralLimits,
  referralRecipientLabels,
  referralRecipients,
  type DeskTicket,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { changedElsewhere } from '@/features/case-ticket/changed-elsewhere';
import { goInstead } from '@/platform/navigate';
import { fieldsOf } from '@/platform/refused';
import { useSend } from '@/platform/use-send';
import { ConsentPart } from './consent-part';
import { HandedOnPart } from './handed-on-part';
import { beginSlip, faultsOf, slipOf, type TypedSlip } from './typed-slip';

const recipients = referralRecipients.map((value) => ({
  value,
  label: referralRecipientLabels[value],
}));

/** A slip as it is written. What stands in it is personal, so no draft of it stays on the phone. */
export function SlipForm({ ticket }: { ticket: DeskTicket }) {
  const [typed, setTyped] = useState(() => beginSlip(ticket));
  const [tried, setTried] = useState(false);
  const sending = useSend(referralEndpoints.send);
  const type = (part: Partial<TypedSlip>) => setTyped((before) => ({ ...before, ...part }));
  const faults = { ...fieldsOf(sending.fault), ...(tried ? faultsOf(typed) : {}) };

  const send = async () => {
    setTried(true);
    if (Object.keys(faultsOf(typed)).length > 0) return;
    const sent = await sending.send({ params: { id: ticket.id }, body: slipOf(typed) });
    if (!sent) return;
    changedElsewhere(ticket.id);
    goInstead('/staff/referral/index', { id: sent.id });
  };

  return (
    <View className="stack">
      <Heading level={1}>写转介单</Heading>
      <Choice
        label="转给哪类单位"
        error={faults.recipient}
        options={recipients}
        chosen={typed.recipient}
        onChoose={(recipient) => type({ recipient })}
      />
      <Field
        label="单位名称"
        hint="写全称，一张单只转一家"
        max={referralLimits.nameChars.max}
        error={faults.recipientName}
        onText={(recipientName) => type({ recipientName })}
      />
      <Field
        label="请他们办什么"
        lines={2}
        max={referralLimits.purposeChars.max}
        error={faults.purpose}
        onText={(purpose) => type({ purpose })}
      />
      <HandedOnPart typed={typed} faults={faults} onType={type} />
      <ConsentPart typed={typed} faults={faults} onType={type} />
      <Field
        label="几天内该答复"
        hint="过了天数没答复，会列在“没有答复的转介单”里"
        initial={typed.answerDays}
        error={faults.answerDays}
        onText={(answerDays) => type({ answerDays })}
      />
      {Object.keys(faults).length > 0 && (
        <Note tone="error" title={`有 ${Object.keys(faults).length} 处要改，往上看。`} />
      )}
      <FaultNote fault={sending.fault} />
      <Text className="note">转出后改不了。她凭领取码能看到转给了谁、转了哪几项。</Text>
      <Button busy={sending.busy} onTap={() => void send()}>
        转出
      </Button>
    </View>
  );
}
