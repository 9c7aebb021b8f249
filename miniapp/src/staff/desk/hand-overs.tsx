import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  caseTicketKindOfficialLabels,
  dayInWords,
  deskActEndpoints,
  deskLimits,
  pageLimits,
  type HandOverOffer,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { FaultNote } from '@/features/account/fault-note';
import { RiskTag } from '@/features/case-ticket/ticket-tags';
import { whenInWords } from '@/features/case-ticket/when';
import { useReturned } from '@/platform/page-life';
import { useList } from '@/platform/use-list';
import { useSend } from '@/platform/use-send';
import { QuestionSheet } from '../case-ticket/question-sheet';

interface Props {
  /** One was taken over: it stands in the list now. */
  onAccepted: () => void;
}

/** What other federations ask hers to take over. Silent while there is nothing. */
export function HandOvers({ onAccepted }: Props) {
  const offers = useList(deskActEndpoints.handOvers, { query: { limit: pageLimits.default } });
  useReturned(offers.again);
  const { data = [], again } = offers;
  if (data.length === 0) return null;

  const decided = (accepted: boolean) => {
    again();
    if (accepted) onAccepted();
  };
  return (
    <View className="stack">
      <Heading level={3}>别的妇联请这里接手</Heading>
      {data.map((offer) => (
        <Offer key={offer.id} offer={offer} onDecided={decided} />
      ))}
      <More of={offers} />
    </View>
  );
}

interface OfferProps {
  offer: HandOverOffer;
  onDecided: (accepted: boolean) => void;
}

function Offer({ offer, onDecided }: OfferProps) {
  const [returning, setReturning] = useState(false);
  const decide = useSend(deskActEndpoints.decideHandOver);
  const { id, version, kind, risk, reason, answerBy } = offer;
  const answer = async (accept: boolean, why?: string) => {
    const body = { version, accept, reason: why };
    const decided = await decide.send({ params: { id }, body });
    if (decided) onDecided(decided.accepted);
  };

  return (
    <Card>
      <View className="tags">
        <RiskTag risk={risk} />
        <Text className="ticket-row__kind">{caseTicketKindOfficialLabels[kind]}</Text>
      </View>
      <Text className="fact">{`${offer.fromFederationName} → ${offer.toFederationName}`}</Text>
      <Text className="written">{reason ?? '事关未成年人，原因接下以后再看。'}</Text>
      <Text className="note">{whoAndUntil(offer)}</Text>
      {!returning && <FaultNote fault={decide.fault} />}
      <View className="row">
        <View className="row__part">
          <Button busy={decide.busy} onTap={() => void answer(true)}>
            接下
          </Button>
        </View>
        <View className="row__part">
          <Button look="second" onTap={() => setReturning(true)}>
            退回
          </Button>
        </View>
      </View>
      {answerBy === null && <Text className="note">未能算出提异议的期限：日历还没有那一年。</Text>}
      {returning && (
        <QuestionSheet
          title="退回这一件？"
          leadsTo={`${offer.fromFederationName}会看到原因，接着办。`}
          asks={[{ name: 'reason', label: '为什么退回', chars: deskLimits.reasonChars }]}
          button="退回"
          look="danger"
          send={decide}
          onConfirm={(typed) => void answer(false, typed.reason)}
          onClose={() => setReturning(false)}
        />
      )}
    </Card>
  );
}

const whoAndUntil = ({ offeredByName, offeredAt, answerBy }: HandOverOffer): string =>
  [
    `${offeredByName ?? '同事'} ${whenInWords(offeredAt)}`,
    answerBy && `不该这里办的，${dayInWords(answerBy)}前退回`,
  ]
    .filter(Boolean)
    .join(' · ');
