import { useState } from 'react';
import {
  caseTicketLimits,
  caseTicketOutcomeLabels,
  closingOutcomes,
  type CaseTicketOutcome,
  type DeskTicket,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import type { Sending } from '@/platform/use-send';
import { ActSheet } from './act-sheet';

const outcomes = closingOutcomes.map((value) => ({ value, label: caseTicketOutcomeLabels[value] }));

const note = {
  name: 'note',
  label: '怎么办的',
  hint: '只有工作人员能看到',
  optional: true,
  chars: caseTicketLimits.noteChars,
} as const;

interface Props {
  ticket: DeskTicket;
  send: Sending;
  onConfirm: (outcome: CaseTicketOutcome, note?: string) => void;
  onClose: () => void;
}

const leadsTo = '办结后您不能再写答复，她也不能再补充。需要时可以重新办理。';
const wordless = '还没有答复她，期限会接着算。先答复她，再办结。';

/** Asks once before closing: with what, and how it was settled, for whoever reads it later. */
export function CloseSheet({ ticket, send, onConfirm, onClose }: Props) {
  const [outcome, setOutcome] = useState<CaseTicketOutcome>();
  return (
    <ActSheet
      title="办结这件求助？"
      leadsTo={ticket.state === 'answered' ? leadsTo : `${wordless}${leadsTo}`}
      asks={[note]}
      whyNot={() => (outcome ? undefined : '选一个结果。')}
      button="确定办结"
      ticket={ticket}
      send={send}
      onConfirm={(typed) => outcome && onConfirm(outcome, typed.note || undefined)}
      onClose={onClose}
    >
      <Choice label="结果" options={outcomes} chosen={outcome} onChoose={setOutcome} />
    </ActSheet>
  );
}
