import { useState } from 'react';
import {
  deskActEndpoints,
  postKindLabels,
  type DeskPerson,
  type DeskTicket,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { PageState } from '@/components/page-state';
import { useQuery, type Query } from '@/platform/use-query';
import type { Sending } from '@/platform/use-send';
import { ActSheet } from './act-sheet';

interface PeopleProps {
  people: Query<{ items: DeskPerson[] }>;
  label: string;
  of: (person: DeskPerson) => boolean;
  chosen: string | undefined;
  onChoose: (accountId: string) => void;
}

/** Those who see the ticket by their post, of whom one is chosen. */
export function PersonChoice({ people, label, of, chosen, onChoose }: PeopleProps) {
  return (
    <PageState query={people}>
      {({ items }) => (
        <Choice
          label={label}
          look="rows"
          hint={items.some(of) ? undefined : '现在没有别的人可选。'}
          options={items.filter(of).map(asOption)}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </PageState>
  );
}

const asOption = ({ accountId, name, isMe, isBarred, postKind, federationName }: DeskPerson) => ({
  value: accountId,
  label: isMe ? `${name}（您）` : name,
  note: `${federationName} ${postKindLabels[postKind]}${isBarred ? ' · 正在回避' : ''}`,
});

interface Props {
  ticket: DeskTicket;
  send: Sending;
  /** Null takes it off again. */
  onGive: (accountId: string | null) => void;
  onClose: () => void;
}

const nobody = '';

export function AssignSheet({ ticket, send, onGive, onClose }: Props) {
  const [chosen, setChosen] = useState<string>();
  const people = useQuery(deskActEndpoints.people, { params: { id: ticket.id } });
  return (
    <ActSheet
      title="分给谁办"
      leadsTo="她会收到消息。分错了，可以再改。"
      asks={[]}
      whyNot={() => (chosen === undefined ? '选一位。' : undefined)}
      button="就分给她"
      ticket={ticket}
      send={send}
      onConfirm={() => onGive(chosen === nobody ? null : (chosen ?? null))}
      onClose={onClose}
    >
      <PersonChoice
        people={people}
        label="点一位"
        of={({ mayHave }) => mayHave}
        chosen={chosen}
        onChoose={setChosen}
      />
      {ticket.assigneeName && (
        <Choice
          label="或者"
          options={[{ value: nobody, label: '先不分给谁' }]}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </ActSheet>
  );
}
