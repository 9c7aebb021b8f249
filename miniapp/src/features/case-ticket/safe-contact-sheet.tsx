import { useState } from 'react';
import {
  caseTicketEndpoints,
  caseTicketLimits,
  safeContactWayLabels,
  safeContactWays,
  whyNotPhone,
  type SafeContact,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

const ways = safeContactWays.map((value) => ({ value, label: safeContactWayLabels[value] }));
const { max } = caseTicketLimits.contactChars;

/** Full-width digits are forgiven, as in a claim code. */
const digitsOf = (phone = ''): string =>
  phone
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '');

/** A contact without the parts that she left empty, or that her choice made needless. */
function toSend({ way, phone, when, ifSomeoneElse, codeWord }: SafeContact): SafeContact {
  if (way === 'no_contact') return { way };
  const filled = (text?: string) => text?.trim() || undefined;
  return {
    way,
    phone: digitsOf(phone),
    when: filled(when),
    ifSomeoneElse: filled(ifSomeoneElse),
    codeWord: filled(codeWord),
  };
}

/** When, how, and by which word: so that a call does not put her at risk. */
export function SafeContactSheet({
  claimCode,
  ticket,
  onChanged,
  onClose,
}: Claim & { onClose: () => void }) {
  const { send, busy, fault } = useSend(caseTicketEndpoints.setSafeContact);
  const [contact, setContact] = useState<SafeContact>(ticket.safeContact ?? { way: 'no_contact' });
  const [error, setError] = useState<string>();
  const { way, phone, when, ifSomeoneElse, codeWord } = contact;
  const put = (part: Partial<SafeContact>) => setContact((before) => ({ ...before, ...part }));

  const save = async () => {
    const ready = toSend(contact);
    const why = whyNotPhone(ready);
    setError(why);
    if (why) return;
    const body = { claimCode, contact: ready };
    const reply = await send({ body, timeoutMs: patienceMs });
    if (!reply) return;
    onChanged(reply);
    onClose();
  };
  return (
    <Sheet title="怎么联系您才安全" onClose={onClose}>
      <Choice
        label="能联系您吗？"
        look="rows"
        options={ways}
        chosen={way}
        onChoose={(chosen) => put({ way: chosen })}
      />
      {way !== 'no_contact' && (
        <>
          <Field
            label="电话"
            kind="phone"
            initial={phone}
            error={error}
            onText={(text) => put({ phone: text })}
          />
          <Field
            label="什么时候方便"
            optional
            max={max}
            initial={when}
            onText={(text) => put({ when: text })}
          />
          <Field
            label="别人接了怎么说"
            optional
            max={max}
            initial={ifSomeoneElse}
            onText={(text) => put({ ifSomeoneElse: text })}
          />
          <Field
            label="暗号"
            hint="说出这个词，您就知道是我们。"
            optional
            max={max}
            initial={codeWord}
            onText={(text) => put({ codeWord: text })}
          />
        </>
      )}
      <SendFault fault={fault} />
      <Button busy={busy} onTap={() => void save()}>
        保存
      </Button>
    </Sheet>
  );
}
