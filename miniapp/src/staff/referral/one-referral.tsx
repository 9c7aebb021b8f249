import { View } from '@tarojs/components';
import {
  agreedWayLabels,
  dayInWords,
  handedOnFieldLabels,
  recipientInWords,
  referralGroundLabels,
  referralStateLabels,
  type Referral,
  type ReferralConsent,
  type ReferralState,
} from '@niangjia/shared';
import { Facts, type Fact } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Tag, type Tone } from '@/components/tag';
import { whenInWords } from '@/features/case-ticket/when';
import { Outcome } from './outcome';
import { PrintSlip } from './print-slip';

const tones: Record<ReferralState, Tone> = {
  sent: 'info',
  received: 'info',
  answered: 'ok',
  returned: 'warn',
};

interface Props {
  slip: Referral;
  onMoved: (slip: Referral) => void;
  onConflict: () => void;
}

/** One slip: how it stands, what went, why it may, and what came back. */
export function OneReferral({ slip, onMoved, onConflict }: Props) {
  const { recipient, recipientName, state } = slip;
  return (
    <View className="stack">
      <Heading level={1}>{recipientInWords(recipient, recipientName ?? '已销毁')}</Heading>
      <View>
        <Tag tone={tones[state]}>{referralStateLabels[state]}</Tag>
      </View>
      <Facts facts={standing(slip)} />
      <PrintSlip slip={slip} />
      <Heading>转去的内容</Heading>
      <Facts
        facts={slip.handedOn.map(({ what, text }) => ({
          name: handedOnFieldLabels[what],
          words: text,
        }))}
      />
      <Heading>为什么可以转</Heading>
      <Facts facts={[...why(slip.consent), { name: '依据', words: slip.article }]} />
      {slip.mayMoveTo.length > 0 && (
        <Outcome slip={slip} onMoved={onMoved} onConflict={onConflict} />
      )}
    </View>
  );
}

const standing = (slip: Referral): Fact[] =>
  [
    { name: '编号', words: slip.number },
    { name: '请办的事', words: slip.purpose },
    {
      name: '转出',
      words: `${whenInWords(slip.sentAt)} ${slip.federationName} ${slip.sentBy ?? ''}`,
    },
    { name: '现由谁办', words: slip.deskName !== slip.federationName && slip.deskName },
    { name: '该答复', words: `${dayInWords(slip.dueDay)}前（${slip.answerDays} 天）` },
    { name: '收到', words: slip.receivedAt && whenInWords(slip.receivedAt) },
    { name: '办结', words: slip.settledAt && whenInWords(slip.settledAt) },
    { name: '对方说', words: slip.outcome },
  ].filter((fact): fact is Fact => Boolean(fact.words));

const why = ({ ground, agreedAt, agreedHow, reason }: ReferralConsent): Fact[] =>
  [
    { name: '理由', words: referralGroundLabels[ground] },
    { name: '她同意', words: agreedAt && whenInWords(agreedAt) },
    { name: '怎么同意的', words: agreedHow && agreedWayLabels[agreedHow] },
    { name: '说明', words: reason },
  ].filter((fact): fact is Fact => Boolean(fact.words));
