import {
  caseTicketLimits,
  dayOf,
  whyNotPhone,
  type CaseTicketChannel,
  type CaseTicketKind,
  type SafeContactWay,
  type WriteDownTicket,
} from '@niangjia/shared';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { readTypedDay } from '@/features/edit/typed';

/** What may be ticked of it. */
export const factNames = ['isKnown', 'inDanger', 'notVillage', 'followUp'] as const;
export type FactName = (typeof factNames)[number];

export interface Draft {
  federationId?: string;
  channel?: CaseTicketChannel;
  kind?: CaseTicketKind;
  text: string;
  receivedDay: string;
  facts: FactName[];
  way?: SafeContactWay;
  phone: string;
  when: string;
}

export const emptyDraft = (): Draft => ({
  text: '',
  receivedDay: dayOf(Date.now()),
  facts: [],
  phone: '',
  when: '',
});

const isDay = (typed: string): boolean => {
  const day = readTypedDay(typed);
  return day !== undefined && day <= dayOf(Date.now());
};

/** What has to change before it can be written down. */
export const whyNotWriteDown = ({ channel, kind, text, receivedDay, way, phone }: Draft): Faults =>
  faultsAmong({
    channel: channel ? undefined : '选一下怎么来的。',
    kind: kind ? undefined : '选一样最接近的。',
    text: whyNotLength(text.trim(), caseTicketLimits.textChars, '她说的事'),
    receivedDay: isDay(receivedDay) ? undefined : '像 2026-11-26 这样写，不能晚于今天。',
    phone: way ? whyNotPhone({ way, phone: phone || undefined }) : undefined,
  });

/** What is sent; call it only when nothing has to change. */
export function writtenDown(draft: Draft): WriteDownTicket | undefined {
  const { channel, kind, way, phone, when, facts, federationId, receivedDay } = draft;
  if (!channel || !kind) return undefined;
  return {
    channel,
    kind,
    text: draft.text,
    federationId,
    receivedDay: readTypedDay(receivedDay),
    ...Object.fromEntries(facts.map((name) => [name, true])),
    contact: way && { way, phone: phone || undefined, when: when || undefined },
  };
}
