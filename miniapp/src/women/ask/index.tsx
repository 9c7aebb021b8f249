import { useEffect, useState } from 'react';
import {
  caseTicketEndpoints,
  caseTicketKindLabels,
  caseTicketKinds,
  caseTicketLimits,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { patienceMs } from '@/features/case-ticket/claim';
import { handOverClaimCode } from '@/features/case-ticket/claim-code';
import { SendFault } from '@/features/case-ticket/send-fault';
import { onExit } from '@/platform/leaving';
import { goInstead } from '@/platform/navigate';
import { fieldsOf } from '@/platform/refused';
import { useSend } from '@/platform/use-send';
import { CallFirst } from './call-first';
import { emptyDraft, whyNotSend, type Draft } from './draft';
import { useDestination } from './use-destination';
import { WhereTo } from './where-to';

const kinds = caseTicketKinds.map((value) => ({ value, label: caseTicketKindLabels[value] }));
const { max } = caseTicketLimits.textChars;

export default function AskPage() {
  const { send, busy, fault } = useSend(caseTicketEndpoints.ask);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  useEffect(() => onExit(() => setDraft(emptyDraft)), []);

  const why = whyNotSend(draft);
  const { kind, text, notVillage } = draft;
  const destination = useDestination(notVillage);
  const ask = async () => {
    setTried(true);
    if (why.kind || why.text || !kind) return;
    const body = { kind, text, ...destination.sent };
    const reply = await send({ body, timeoutMs: patienceMs });
    if (!reply) return;
    handOverClaimCode(reply.claimCode);
    goInstead('/women/asked/index');
  };
  const refusedText = fieldsOf(fault).text;

  return (
    <Screen help>
      <Heading level={1}>说说您的事</Heading>
      <Choice
        label="是哪方面的事？"
        options={kinds}
        chosen={kind}
        error={tried ? why.kind : undefined}
        onChoose={(chosen) => put({ kind: chosen })}
      />
      <Field
        label="发生了什么"
        hint="写几句就行，不用写名字和电话。"
        lines={4}
        max={max}
        error={tried ? (why.text ?? refusedText) : undefined}
        onText={(words) => put({ text: words })}
      />
      <SendFault fault={fault} />
      <Button busy={busy} onTap={() => void ask()}>
        送出
      </Button>
      <WhereTo
        destination={destination}
        hidden={notVillage}
        onHide={(hidden) => put({ notVillage: hidden })}
      />
      <CallFirst />
    </Screen>
  );
}
