import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { deskActEndpoints, type UnlockRequest, type ApprovalWay } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { whenInWords } from '@/features/case-ticket/when';
import { goTo } from '@/platform/navigate';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { UnlockSheet } from './minor-sheets';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

/** What concerns a minor is locked: whoever wants to read it asks, and another person decides. */
export function Minor(section: SectionProps) {
  const { concernsMinor, locked, unlockRequests } = section.ticket;
  if (!concernsMinor && unlockRequests.length === 0) return null;
  return (
    <View className="stack">
      {locked ? <Locked {...section} /> : <Note title="事关未成年人，批准过的人才能看" />}
      {unlockRequests.map((request) => (
        <ToDecide key={request.accountId} request={request} {...section} />
      ))}
    </View>
  );
}

const alone = '现在除了您，没有第二个人能批。';
const invite = `${alone}您在“组织”里请一位同事任职，她就能批。`;
const beJoined = `${alone}请主席在“组织”里再请一位任职；没有主席的，请管这个系统的人设一位。`;

/** Who can let her read it, and what to do where nobody can yet. */
const toAsk: Record<ApprovalWay, string> = {
  head: '要看，先申请，由另一位负责人批。',
  colleague: '要看，先申请。这里和上级都没有别的主席，由另一位办求助的同事批。',
  invite: `要看，先申请。${invite}`,
  be_joined: `要看，先申请。${beJoined}`,
};
const asked: Record<ApprovalWay, string> = {
  head: '您已经申请查看，等另一位负责人批。',
  colleague: '您已经申请查看，等另一位办求助的同事批。',
  invite: `您已经申请查看。${invite}`,
  be_joined: `您已经申请查看。${beJoined}`,
};

function Locked(section: SectionProps) {
  const [asking, setAsking] = useState(false);
  const { unlockAsked, unlockWay, may } = section.ticket;
  return (
    <Note tone="warn" title="事关未成年人，内容锁着">
      <View className="stack">
        <Text>{(unlockAsked ? asked : toAsk)[unlockWay ?? 'head']}</Text>
        {unlockWay === 'invite' && (
          <Button look="text" onTap={() => goTo('/staff/organisation/index')}>
            去请一位同事
          </Button>
        )}
        {may.includes('ask_unlock') && (
          <Button look="second" onTap={() => setAsking(true)}>
            申请查看
          </Button>
        )}
      </View>
      {asking && (
        <UnlockSheet
          {...section}
          onLearnt={(ticket) => {
            setAsking(false);
            section.onLearnt(ticket);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Note>
  );
}

/** The request of somebody else, for the head to decide. */
function ToDecide({ request, ...section }: SectionProps & { request: UnlockRequest }) {
  const decide = useSend(deskActEndpoints.decideUnlock);
  useOnConflict(decide.fault, section.onConflict);
  const { accountId, name, reason, askedAt } = request;
  const answer = async (approve: boolean) => {
    const params = { id: section.ticket.id };
    const decided = await decide.send({ params, body: { accountId, approve } });
    if (decided) section.onLearnt(decided);
  };
  return (
    <Card>
      <Heading>{`${name ?? '同事'}申请查看`}</Heading>
      <Text className="written">{reason}</Text>
      <Text className="note">{whenInWords(askedAt)}</Text>
      <ActFault fault={decide.fault} ticket={section.ticket} />
      <View className="row">
        <View className="row__part">
          <Button busy={decide.busy} onTap={() => void answer(true)}>
            让她看
          </Button>
        </View>
        <View className="row__part">
          <Button look="danger" onTap={() => void answer(false)}>
            不让看
          </Button>
        </View>
      </View>
    </Card>
  );
}
