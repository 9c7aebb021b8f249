import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  mediationEndpoints,
  mediatorLimits,
  recusalKindLabels,
  recusalKinds,
  refusals,
  type MediatorChoice,
  type RecusalKind,
  type RefusalCode,
  type TicketMediation,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice, Choices } from '@/components/choice';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { useSend } from '@/platform/use-send';

interface Props {
  ticketId: string;
  choice: MediatorChoice;
  /** Why she cannot be asked for this ticket now. */
  whyNot: RefusalCode | null;
  mayRecuse: boolean;
  onChanged: (mediation: TicketMediation) => void;
  onClose: () => void;
}

const agreement = [{ value: 'agreed', label: '问过她了，她愿意调解' }] as const;
const kinds = recusalKinds.map((value) => ({ value, label: recusalKindLabels[value] }));

/** One of the roster: asked to mediate, or kept out of it. */
export function ChoiceSheet({ ticketId, choice, whyNot, mayRecuse, onChanged, onClose }: Props) {
  const [agreed, setAgreed] = useState<'agreed'[]>([]);
  const [tried, setTried] = useState(false);
  const assigning = useSend(mediationEndpoints.assign);
  const params = { id: ticketId };

  const assign = async () => {
    setTried(true);
    if (agreed.length === 0) return;
    const body = { mediatorId: choice.id, agreed: true } as const;
    const assigned = await assigning.send({ params, body });
    if (assigned) onChanged(assigned);
  };

  return (
    <Sheet title={choice.name} onClose={onClose}>
      {!whyNot && (
        <Choices
          label="先问当事人"
          hint="愿不愿意调解、要不要这一位，都由她定"
          error={tried && agreed.length === 0 ? '她愿意才能请。' : undefined}
          options={agreement}
          chosen={agreed}
          onChoose={setAgreed}
        />
      )}
      <FaultNote fault={assigning.fault} />
      <Button
        busy={assigning.busy}
        whyNot={whyNot ? refusals[whyNot].message : undefined}
        onTap={() => void assign()}
      >
        请她调解
      </Button>
      {mayRecuse && choice.whyNot !== 'mediator_recused' && (
        <Recusal ticketId={ticketId} mediatorId={choice.id} onChanged={onChanged} />
      )}
    </Sheet>
  );
}

interface RecusalProps {
  ticketId: string;
  mediatorId: string;
  onChanged: (mediation: TicketMediation) => void;
}

function Recusal({ ticketId, mediatorId, onChanged }: RecusalProps) {
  const [kind, setKind] = useState<RecusalKind>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const recusing = useSend(mediationEndpoints.recuse);
  const recuse = async () => {
    setTried(true);
    if (!kind) return;
    const body = { mediatorId, kind, ...(note.trim() && { note }) };
    const recused = await recusing.send({ params: { id: ticketId }, body });
    if (recused) onChanged(recused);
  };
  return (
    <View className="stack">
      <Heading level={3}>这件事要回避</Heading>
      <Text className="note">登记以后，这件求助不能再请这一位。</Text>
      <Choice
        label="为什么回避"
        look="rows"
        error={tried && !kind ? '点一个理由。' : undefined}
        options={kinds}
        chosen={kind}
        onChoose={setKind}
      />
      <Field label="说明" optional max={mediatorLimits.noteChars.max} onText={setNote} />
      <FaultNote fault={recusing.fault} />
      <Button look="second" busy={recusing.busy} onTap={() => void recuse()}>
        登记回避
      </Button>
    </View>
  );
}
