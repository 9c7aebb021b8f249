import { useState } from 'react';
import { deskActEndpoints } from '@niangjia/shared';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { ActSheet, reasonAsk } from './act-sheet';
import { PersonChoice } from './assign-sheet';
import type { AskedProps } from './section';
import { useOnConflict } from './use-ticket';

/** 回避, by herself: from then on it is not there for her any more. */
export function RecuseSheet({ ticket, onConflict, onGone, onClose }: AskedProps) {
  const recuse = useSend(deskActEndpoints.recuse);
  useOnConflict(recuse.fault, onConflict);
  const confirm = async (why: string) => {
    if (await recuse.send({ params: { id: ticket.id }, body: { reason: why } })) onGone();
  };
  return (
    <ActSheet
      title="我要回避"
      leadsTo="您和当事人有关系的，应当回避。回避以后您看不到这件求助，要负责人才能解除。"
      asks={[reasonAsk()]}
      button="我要回避"
      look="danger"
      ticket={ticket}
      send={recuse}
      onConfirm={(typed) => void confirm(typed.reason)}
      onClose={onClose}
    />
  );
}

/** 回避, set by the head for another person, or taken back. */
export function BarSheet({ ticket, onLearnt, onConflict, onClose }: AskedProps) {
  const [chosen, setChosen] = useState<string>();
  const people = useQuery(deskActEndpoints.people, { params: { id: ticket.id } });
  const bar = useSend(deskActEndpoints.bar);
  const lift = useSend(deskActEndpoints.liftBar);
  const isBarred = people.data?.items.some(
    (person) => person.accountId === chosen && person.isBarred,
  );
  const send = isBarred ? lift : bar;
  useOnConflict(send.fault, onConflict);

  const confirm = async (why: string) => {
    if (!chosen) return;
    const params = { id: ticket.id };
    const known = await send.send({ params, body: { accountId: chosen, reason: why } });
    if (known) onLearnt(known);
  };
  return (
    <ActSheet
      title="请人回避"
      leadsTo="她从此看不到这件求助，直到您解除。"
      asks={[reasonAsk()]}
      whyNot={() => (chosen ? undefined : '选一位。')}
      button={isBarred ? '解除回避' : '请她回避'}
      look="danger"
      ticket={ticket}
      send={send}
      onConfirm={(typed) => void confirm(typed.reason)}
      onClose={onClose}
    >
      <PersonChoice
        people={people}
        label="哪一位"
        of={({ mayBar }) => mayBar}
        chosen={chosen}
        onChoose={setChosen}
      />
    </ActSheet>
  );
}
