import { useEffect, useState } from 'react';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { ClaimedTicket } from '@/features/case-ticket/claimed-ticket';
import { useClaimedTicket } from '@/features/case-ticket/use-claimed-ticket';
import { onExit } from '@/platform/leaving';
import { Button } from '@/components/button';
import { CodeEntry } from './code-entry';

export default function ClaimPage() {
  const [claimCode, setClaimCode] = useState<string>();
  const claimed = useClaimedTicket(claimCode);
  useEffect(() => onExit(() => setClaimCode(undefined)), []);
  const { data, fault, busy, again, onChanged } = claimed;

  if (!claimCode || !data)
    return (
      <Screen help>
        <Heading level={1}>看答复</Heading>
        <CodeEntry
          hint="求助后抄下的那串数字。"
          button="看答复"
          fault={claimCode ? fault : undefined}
          busy={claimCode !== undefined && busy}
          onCode={(code) => (code === claimCode ? again() : setClaimCode(code))}
        />
      </Screen>
    );
  return (
    <Screen help>
      <Heading level={1}>您的求助</Heading>
      <ClaimedTicket claimCode={claimCode} ticket={data} onChanged={onChanged} />
      <Button look="second" busy={busy} busyText="正在看" onTap={again}>
        看有没有新的答复
      </Button>
    </Screen>
  );
}
