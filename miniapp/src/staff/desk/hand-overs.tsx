import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  caseTicketKindOfficialLabels,
  dayInWords,
  deskActEndpoints,
  deskLimits,
  type HandOverOffer,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { RiskTag } from '@/features/case-ticket/ticket-tags';
import { whenInWords } from '@/features/case-ticket/when';
import { isOvertaken, type Fault } from '@/platform/refused';
import type { List } from '@/platform/use-list';
import { useSend } from '@/platform/use-send';
import { QuestionSheet } from '../case-ticket/question-sheet';
import { isConflict, useOnConflict } from '../case-ticket/use-ticket';

interface Props {
  offers: List<HandOverOffer>;
  /** One was answered, by her or by somebody quicker: every list of the desk is old. */
  onMoved: () => void;
}

/** Somebody was quicker with an offer. */
interface Missed {
  offer: HandOverOffer;
  fault?: Fault;
}

/** What other federations ask hers to take over. Silent while there is nothing. */
export function HandOvers({ offers, onMoved }: Props) {
  const [missed, setMissed] = useState<Missed>();
  const { data = [], busy } = offers;
  if (data.length === 0 && !missed) return null;

  const moved = (by?: Missed) => {
    setMissed(by);
    onMoved();
  };
  return (
    <View className="stack">
      <Heading level={3}>别的妇联请这里接手</Heading>
      {missed && !busy && (
        <Note
          tone="warn"
          title={missedInWords(
            missed,
            data.some(({ id }) => id === missed.offer.id),
          )}
        />
      )}
      {data.map((offer) => (
        <Offer key={offer.id} offer={offer} onMoved={moved} />
      ))}
      <More of={offers} />
    </View>
  );
}

/** Who was quicker: those who offer it, or a colleague of hers, who took it or gave it back. */
function missedInWords({ offer, fault }: Missed, isStillThere: boolean): string {
  const { fromFederationName } = offer;
  if (isStillThere) return `${fromFederationName}刚才动过这一件。下面是最新的，看过再点一次。`;
  return isOvertaken(fault)
    ? `${fromFederationName}请接手的那一件，同事比您快一步，已经答复了。`
    : `${fromFederationName}请接手的那一件，已经被收回或退回。`;
}

interface OfferProps {
  offer: HandOverOffer;
  onMoved: (missed?: Missed) => void;
}

function Offer({ offer, onMoved }: OfferProps) {
  const [returning, setReturning] = useState(false);
  const decide = useSend(deskActEndpoints.decideHandOver);
  useOnConflict(decide.fault, () => onMoved({ offer, fault: decide.fault }));
  const { id, version, kind, risk, reason, answerBy } = offer;
  const answer = async (accept: boolean, why?: string) => {
    const body = { version, accept, reason: why };
    if (await decide.send({ params: { id }, body })) onMoved();
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
      {!returning && !isConflict(decide.fault) && <FaultNote fault={decide.fault} />}
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
