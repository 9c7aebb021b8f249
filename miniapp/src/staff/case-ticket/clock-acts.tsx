import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  deadlineEndpoints,
  deadlineLimits,
  type Deadline,
  type DeskTicket,
  type TicketDeadlines,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { FaultNote } from '@/features/account/fault-note';
import { useSend, type Sending } from '@/platform/use-send';
import { ActSheet } from './act-sheet';
import { useOnConflict } from './use-ticket';

export interface ClocksProps {
  ticket: DeskTicket;
  onClocks: (clocks: TicketDeadlines) => void;
  onConflict: () => void;
}

type Question = 'ask' | 'approve' | 'decline';

/** What may be done about one clock now: met, extended, and the extension decided by another person. */
export function ClockActs({
  ticket,
  clock,
  onClocks,
  onConflict,
}: ClocksProps & { clock: Deadline }) {
  const [question, setQuestion] = useState<Question>();
  const meet = useSend(deadlineEndpoints.meet);
  const ask = useSend(deadlineEndpoints.askExtension);
  const decide = useSend(deadlineEndpoints.decideExtension);
  useOnConflict(meet.fault ?? ask.fault ?? decide.fault, onConflict);

  const params = { id: ticket.id, rule: clock.rule };
  const learn = (clocks: TicketDeadlines | undefined) => {
    if (!clocks) return;
    setQuestion(undefined);
    onClocks(clocks);
  };
  const most = clock.extendableByDays;
  const onClose = () => setQuestion(undefined);

  return (
    <>
      {question === undefined && <FaultNote fault={meet.fault} />}
      <View className="row">
        {clock.mayMeet && (
          <Act
            busy={meet.busy}
            words="已经办到"
            onTap={() => void meet.send({ params }).then(learn)}
          />
        )}
        {most > 0 && <Act words="申请延长" onTap={() => setQuestion('ask')} />}
        {clock.mayDecide && <Act words="同意延长" onTap={() => setQuestion('approve')} />}
        {clock.mayDecide && <Act words="不同意" onTap={() => setQuestion('decline')} />}
      </View>
      {question === 'ask' && (
        <ActSheet
          title="申请延长期限"
          leadsTo={`${clock.article}：最多延长 ${most} 天，只能一次。由另一位负责人批。`}
          asks={[daysAsk(most), reasonAsk]}
          button="提交申请"
          ticket={ticket}
          send={ask}
          onConfirm={({ days, reason }) =>
            void ask.send({ params, body: { days: Number(days), reason } }).then(learn)
          }
          onClose={onClose}
        />
      )}
      {(question === 'approve' || question === 'decline') && (
        <ActSheet
          title={question === 'approve' ? '同意延长？' : '不同意延长？'}
          leadsTo={decisionLeadsTo(ticket, clock, question)}
          asks={[noteAsk]}
          button={question === 'approve' ? '同意' : '不同意'}
          look={question === 'approve' ? 'primary' : 'danger'}
          ticket={ticket}
          send={decide}
          onConfirm={({ note }) =>
            void decide
              .send({ params, body: { approve: question === 'approve', note: note || undefined } })
              .then(learn)
          }
          onClose={onClose}
        />
      )}
    </>
  );
}

const daysAsk = (most: number) => ({
  name: 'days' as const,
  label: '延长几天',
  kind: 'number' as const,
  chars: { min: 1, max: 2 },
  whyNot: (typed: string) =>
    /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most
      ? undefined
      : `写 1 到 ${most} 之间的数。`,
});

const reasonAsk = {
  name: 'reason',
  label: '原因',
  hint: '批准以后她也会看到',
  chars: deadlineLimits.reasonChars,
} as const;

const noteAsk = {
  name: 'note',
  label: '说明',
  optional: true,
  hint: '只有工作人员能看到',
  chars: deadlineLimits.noteChars,
} as const;

function decisionLeadsTo({ events }: DeskTicket, { extension }: Deadline, to: Question): string {
  const asked = [...events].reverse().find(({ what }) => what === 'extension_asked');
  const who = extension?.askedByName ?? '同事';
  const why = asked?.note ? `，原因：${asked.note}` : '';
  const then = to === 'approve' ? '她会看到新的日子和原因。' : '期限照原来的算。';
  return `${who}申请延长 ${extension?.days ?? 0} 天${why}。${then}`;
}

const Act = ({
  words,
  ...button
}: {
  words: string;
  busy?: Sending['busy'];
  onTap: () => void;
}) => (
  <View className="row__part">
    <Button look="second" {...button}>
      {words}
    </Button>
  </View>
);
