import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { accountEndpoints, deskActEndpoints, type AskedForHelp } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { FaultNote } from '@/features/account/fault-note';
import { ClaimDigits } from '@/features/case-ticket/claim-digits';
import type { Faults } from '@/features/edit/faults';
import { goInstead } from '@/platform/navigate';
import { fieldsOf } from '@/platform/refused';
import { showPart } from '@/platform/show-part';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { emptyDraft, whyNotWriteDown, writtenDown, type Draft } from './draft';
import { HowItCame } from './how-it-came';
import { ReachPart } from './reach-part';

/** A request that came by letter, visit or phone is kept like those that came online. */
export function WriteDown() {
  const me = useQuery(accountEndpoints.me, {});
  const { send, busy, fault } = useSend(deskActEndpoints.writeDown);
  const [draft, setDraft] = useState(emptyDraft);
  const [faults, setFaults] = useState<Faults>({});
  const [kept, setKept] = useState<AskedForHelp>();
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const save = async () => {
    const found = whyNotWriteDown(draft);
    setFaults(found);
    const body = writtenDown(draft);
    if (Object.keys(found).length > 0 || !body) return;
    const reply = await send({ body });
    if (reply) setKept(reply);
  };
  if (kept) return <HandTheDigits kept={kept} />;

  const part = { draft, put, faults: { ...fieldsOf(fault), ...faults } };
  return (
    <PageState query={me} title="记一件求助">
      {(account) => (
        <View className="stack">
          <Heading level={1}>记一件求助</Heading>
          <Text className="note">来信、来访、来电的，记在这里，和网上来的一样办。</Text>
          <HowItCame {...part} me={account} />
          <ReachPart {...part} />
          <FaultNote fault={fault} />
          <Button busy={busy} onTap={() => void save()}>
            记下
          </Button>
        </View>
      )}
    </PageState>
  );
}

const place = 'hand-digits';

/** The code stands here once: whoever leaves the page cannot see it again. */
function HandTheDigits({ kept: { id, claimCode } }: { kept: AskedForHelp }) {
  useEffect(() => showPart(place), []);
  return (
    <View className="stack">
      <View id={place} className="stack">
        <Heading level={1}>记下了</Heading>
        <Text>请她抄下这 20 位数字，凭它看答复。只在这里显示一次。</Text>
        <ClaimDigits claimCode={claimCode} />
      </View>
      <Text className="note">抄在她自己的纸上，不要拍照，不要留在您这里。</Text>
      <Button onTap={() => goInstead('/staff/case-ticket/index', { id })}>她抄好了</Button>
    </View>
  );
}
