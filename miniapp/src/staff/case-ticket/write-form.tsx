import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  caseTicketEndpoints,
  caseTicketLimits,
  refusals,
  whyNotWrite,
  type DeskTicket,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { useKey } from '@/platform/keys';
import { showPart } from '@/platform/show-part';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { draftOf, keepDraft, type Draft } from './drafts';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

const readers = [
  { value: 'her', label: '答复她', note: '她凭领取码能看到' },
  { value: 'staff', label: '内部备注', note: '她看不到' },
] as const;

const place = 'ticket-write';

const whyNot = ({ mayAnswer, state }: DeskTicket): string | undefined =>
  mayAnswer ? undefined : refusals[whyNotWrite(state) ?? 'case_ticket_wrong_state'].message;

/** An answer or an internal remark. What is typed stays, and for whom, also when it can no longer be sent. */
export function WriteForm({ ticket, onLearnt, onConflict }: SectionProps) {
  const [draft, setDraft] = useState(() => draftOf(ticket.id));
  const [round, setRound] = useState(0);
  const [error, setError] = useState<string>();
  const write = useSend(caseTicketEndpoints.write);
  useOnConflict(write.fault, onConflict);

  const { text, reader } = draft;
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    keepDraft(ticket.id, next);
  };
  const writeTo = (to: Draft['reader']) => () => {
    change({ reader: to });
    showPart(place);
  };
  useKey('r', ticket.mayAnswer ? writeTo('her') : undefined);
  useKey('e', ticket.mayAnswer ? writeTo('staff') : undefined);

  const send = async () => {
    const isEmpty = text.trim() === '';
    setError(isEmpty ? '写几句再提交。' : undefined);
    if (isEmpty) return;

    const body = { text, internal: reader === 'staff' };
    const written = await write.send({ params: { id: ticket.id }, body });
    if (!written) return;
    onLearnt(written);
    change({ text: '' });
    setRound(round + 1);
  };

  useKey('ctrl+Enter', ticket.mayAnswer ? () => void send() : undefined, place);

  if (!ticket.mayAnswer && text === '') return null;
  return (
    <View className="stack">
      <Choice
        label="写给谁看"
        options={readers}
        chosen={reader}
        onChoose={(to) => change({ reader: to })}
      />
      <View id={place} key={round}>
        <Field
          label={reader === 'her' ? '答复' : '内部备注'}
          lines={4}
          max={caseTicketLimits.textChars.max}
          error={error}
          initial={text}
          onText={(typed) => change({ text: typed })}
        />
      </View>
      <ActFault fault={write.fault} ticket={ticket} />
      <Button busy={write.busy} whyNot={whyNot(ticket)} onTap={() => void send()}>
        {reader === 'her' ? '发给她' : '记下备注'}
      </Button>
    </View>
  );
}
