import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { linkEndpoints, type LinkOfHers } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { onExit } from '@/platform/leaving';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { CodeEntry } from '../claim/code-entry';
import { EndLink } from './end-link';
import { KeepLink } from './keep-link';
import { LinkCard } from './link-card';

/** With the card that she was given, and no account. The digits stay in memory only. */
export default function LinkPage() {
  const [linkCode, setLinkCode] = useState<string>();
  const read = useQuery(linkEndpoints.byCode, linkCode ? { body: { linkCode } } : undefined);
  useEffect(() => onExit(() => setLinkCode(undefined)), []);
  const { data, fault, busy, again } = read;

  return (
    <Screen help>
      <Heading level={1}>联系卡</Heading>
      {linkCode && data ? (
        <Opened linkCode={linkCode} read={data} />
      ) : (
        <>
          <Text className="fact">看看谁在联系您、记着什么。不想联系了，在这里结束。</Text>
          <CodeEntry
            hint="卡上的那串数字。"
            button="打开"
            fault={linkCode ? fault : undefined}
            busy={linkCode !== undefined && busy}
            onCode={(code) => (code === linkCode ? again() : setLinkCode(code))}
          />
        </>
      )}
    </Screen>
  );
}

function Opened({ linkCode, read }: { linkCode: string; read: LinkOfHers }) {
  const ending = useSend(linkEndpoints.endByCode);
  const [ended, setEnded] = useState<LinkOfHers>();
  const link = ended ?? read;
  const end = async () => {
    const reply = await ending.send({ body: { linkCode } });
    setEnded(reply);
    return reply !== undefined;
  };
  return (
    <>
      <LinkCard link={link}>
        <EndLink link={link} send={ending} onEnd={end} />
      </LinkCard>
      {link.state === 'active' && <KeepLink linkCode={linkCode} />}
    </>
  );
}
