import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { caseTicketEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice, type Option } from '@/components/choice';
import { Note } from '@/components/note';
import { dial } from '@/platform/phone';
import { useSend } from '@/platform/use-send';
import { patienceMs, type Claim } from './claim';
import { SendFault } from './send-fault';

type Answer = 'yes' | 'no';

const answers: readonly Option<Answer>[] = [
  { value: 'yes', label: '是，现在有危险' },
  { value: 'no', label: '没有' },
];

const told = (inDanger: boolean | null): Answer | undefined =>
  inDanger === null ? undefined : inDanger ? 'yes' : 'no';

/** 110 stands there the moment she says yes, before anything is sent; what she says last is told last. */
export function DangerQuestion({ claimCode, ticket, onChanged }: Claim) {
  const { send, fault } = useSend(caseTicketEndpoints.answerDanger);
  const [answer, setAnswer] = useState(told(ticket.inDanger));
  const last = useRef(answer);

  const choose = async (chosen: Answer): Promise<void> => {
    setAnswer(chosen);
    last.current = chosen;
    const body = { claimCode, inDanger: chosen === 'yes' };
    const reply = await send({ body, timeoutMs: patienceMs });
    const since = last.current;
    if (since && since !== chosen) return choose(since);
    if (reply) onChanged(reply);
  };
  return (
    <View className="stack">
      <Choice
        label="您现在有危险吗？"
        options={answers}
        chosen={answer}
        onChoose={(chosen) => void choose(chosen)}
      />
      {answer === 'yes' && (
        <Note tone="error" title="先打 110。能走开就先走开。">
          <Button onTap={() => dial('110')}>打 110</Button>
        </Note>
      )}
      <SendFault fault={fault} />
    </View>
  );
}
