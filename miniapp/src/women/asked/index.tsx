import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { takeClaimCode } from '@/features/case-ticket/claim-code';
import { ClaimDigits } from '@/features/case-ticket/claim-digits';
import { ClaimedTicket } from '@/features/case-ticket/claimed-ticket';
import { useClaimedTicket } from '@/features/case-ticket/use-claimed-ticket';
import { onExit } from '@/platform/leaving';
import { goInstead } from '@/platform/navigate';
import { CallFirst } from '../ask/call-first';

export default function AskedPage() {
  const [claimCode, setClaimCode] = useState(takeClaimCode);
  const claimed = useClaimedTicket(claimCode);
  useEffect(() => onExit(() => setClaimCode(undefined)), []);

  if (!claimCode)
    return (
      <Screen help>
        <Heading level={1}>这一页不留数字</Heading>
        <Text>数字只显示一次。抄下来的话，用它看答复。</Text>
        <Button onTap={() => goInstead('/women/claim/index')}>看答复</Button>
      </Screen>
    );
  return (
    <Screen help>
      <Received claimCode={claimCode} />
      {!claimed.data && claimed.fault && <CallFirst />}
      <PageState query={claimed}>
        {(ticket) => (
          <ClaimedTicket claimCode={claimCode} ticket={ticket} onChanged={claimed.onChanged} />
        )}
      </PageState>
    </Screen>
  );
}

/** The code stays in sight until she says that she has it; then nobody else sees it over her shoulder. */
function Received({ claimCode }: { claimCode: string }) {
  const [noted, setNoted] = useState(false);
  if (noted)
    return (
      <>
        <Heading level={1}>送到了</Heading>
        <Text>以后点「我的」里的「看答复」，输入那 20 位数字。</Text>
        <Button look="text" onTap={() => setNoted(false)}>
          再看一眼数字
        </Button>
      </>
    );
  return (
    <>
      <Heading level={1}>收到了</Heading>
      <Text>请记下这 20 位数字，凭它看答复。只在这里显示一次。</Text>
      <ClaimDigits claimCode={claimCode} />
      <Button onTap={() => setNoted(true)}>记好了</Button>
    </>
  );
}
