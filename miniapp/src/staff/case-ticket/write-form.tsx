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
import { drafts } from './drafts';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

const readers = [
  { value: 'her', label: '答复她', note: '她凭领取码能看到' },
  { value: 'staff', label: '内部备注', note: '她看不到' },
] as const;
type Reader = (typeof readers)[number]['value'];

const place = 'ticket-write';

const whyNot = ({ mayAnswer, state }: DeskTicket): string | undefined =>
  mayAnswer ? undefined : refusals[whyNotWrite(state) ?? 'case_ticket_wrong_state'].message;

/** An answer or an internal remark. What is typed stays, also when it can no longer be sent. */
export function WriteForm({ ticket, onLearnt, onConflict }: SectionProps) {
  const [text, setText] = useState(drafts().get(ticket.id) ?? '');
  const [reader, setReader] = useState<Reader>('her');
  const [round, setRound] = useState(0);
  const [error, setError] = useState<string>();
  const write = useSend(caseTicketEndpoints.write);
  useOnConflict(write.fault, onConflict);

  const type = (typed: string) => {
    setText(typed);
    drafts().set(ticket.id, typed);
  };
  const writeTo = (to: Reader) => () => {
    setReader(to);
    showPart(place);
  };
  useKey('r', ticket.mayAnswer ? writeTo('her') : undefined);
  useKey('i', ticket.mayAnswer ? writeTo('staff') : undefined);

  const send = async () => {
    const isEmpty = text.trim() === '';
    setError(isEmpty ? '写几句再提交。' : undefined);
    if (isEmpty) return;

    const body = { text, internal: reader === 'staff' };
    const written = await write.send({ params: { id: ticket.id }, body });
    if (!written) return;
    onLearnt(written);
    type('');
    setRound(round + 1);
  };

  useKey('ctrl+Enter', ticket.mayAnswer ? () => void send() : undefined);

  if (!ticket.mayAnswer && text === '') return null;
  return (
    <View className="stack">
      <Choice label="写给谁看" options={readers} chosen={reader} onChoose={setReader} />
      <View id={place} key={round}>
        <Field
          label={reader === 'her' ? '答复' : '内部备注'}
          lines={4}
          max={caseTicketLimits.textChars.max}
          error={error}
          initial={text}
          onText={type}
        />
      </View>
      <ActFault fault={write.fault} ticket={ticket} />
      <Button busy={write.busy} whyNot={whyNot(ticket)} onTap={() => void send()}>
        {reader === 'her' ? '发给她' : '记下备注'}
      </Button>
    </View>
  );
}
