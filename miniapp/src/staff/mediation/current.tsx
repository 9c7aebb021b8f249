import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  mediationEndpoints,
  mediatorLimits,
  type Mediation,
  type TicketMediation,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { FaultNote } from '@/features/account/fault-note';
import { whenInWords } from '@/features/case-ticket/when';
import { useSend } from '@/platform/use-send';

interface Props {
  ticketId: string;
  mediation: Mediation;
  onChanged: (mediation: TicketMediation) => void;
}

/** Who mediates now, and how it ends. */
export function Current({ ticketId, mediation, onChanged }: Props) {
  const [note, setNote] = useState('');
  const ending = useSend(mediationEndpoints.end);
  const end = async () => {
    const body = note.trim() ? { note } : {};
    const ended = await ending.send({ params: { id: ticketId }, body });
    if (ended) onChanged(ended);
  };
  return (
    <Card>
      <View className="stack">
        <Text className="strong">{`${mediation.mediatorName} 在调解`}</Text>
        <Text className="note">{`${whenInWords(mediation.assignedAt)}请的。她凭领取码能换一位，也能不调解。`}</Text>
        <Field
          label="怎么结束的"
          hint="只有工作人员能看到"
          optional
          lines={2}
          max={mediatorLimits.noteChars.max}
          onText={setNote}
        />
        <FaultNote fault={ending.fault} />
        <Button look="second" busy={ending.busy} onTap={() => void end()}>
          登记调解结束
        </Button>
      </View>
    </Card>
  );
}
