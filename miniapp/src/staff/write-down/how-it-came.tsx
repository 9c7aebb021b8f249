import { View } from '@tarojs/components';
import {
  caseTicketChannelLabels,
  caseTicketChannels,
  caseTicketKindOfficialLabels,
  caseTicketKinds,
  caseTicketLimits,
  type Account,
} from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import type { Faults } from '@/features/edit/faults';
import { FederationChoice } from '@/features/edit/federation-choice';
import type { Draft } from './draft';

// 网上 comes by itself, and 走访 is written down on the page of the visit.
const channels = caseTicketChannels
  .filter((value) => value !== 'online' && value !== 'field_visit')
  .map((value) => ({ value, label: caseTicketChannelLabels[value] }));
const kinds = caseTicketKinds.map((value) => ({
  value,
  label: caseTicketKindOfficialLabels[value],
}));

export interface PartProps {
  draft: Draft;
  put: (part: Partial<Draft>) => void;
  faults: Faults;
}

export function HowItCame({ draft, put, faults, me }: PartProps & { me: Account }) {
  const owners = me.posts.filter(({ actions }) => actions.includes('case_ticket.triage'));
  return (
    <View className="stack">
      <FederationChoice
        owners={owners}
        chosen={draft.federationId ?? owners[0]?.federationId ?? ''}
        onChoose={(federationId) => put({ federationId })}
      />
      <Choice
        label="怎么来的"
        options={channels}
        chosen={draft.channel}
        error={faults['channel']}
        onChoose={(channel) => put({ channel })}
      />
      <Choice
        label="事由"
        options={kinds}
        chosen={draft.kind}
        error={faults['kind']}
        onChoose={(kind) => put({ kind })}
      />
      <Field
        label="她说的事"
        hint="照她的话写。姓名、住址不写在这里。"
        lines={5}
        max={caseTicketLimits.textChars.max}
        error={faults['text']}
        onText={(text) => put({ text })}
      />
      <Field
        label="哪一天收到的"
        hint="15 天的告知期限从这一天算"
        initial={draft.receivedDay}
        error={faults['receivedDay']}
        onText={(receivedDay) => put({ receivedDay: receivedDay.trim() })}
      />
    </View>
  );
}
