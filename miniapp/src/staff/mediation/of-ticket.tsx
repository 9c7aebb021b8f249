import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  mediationEndLabels,
  mediatorSkillLabels,
  refusals,
  type Mediation,
  type MediatorChoice,
  type TicketMediation,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { whenInWords } from '@/features/case-ticket/when';
import { goTo } from '@/platform/navigate';
import { ChoiceSheet } from './choice-sheet';
import { Current } from './current';
import '@/features/edit/editor.scss';

interface Props {
  ticketId: string;
  mediation: TicketMediation;
  onChanged: (mediation: TicketMediation) => void;
}

/** Who mediates now, who did, and who could be asked. */
export function MediationOfTicket({ ticketId, mediation, onChanged }: Props) {
  const { whyNot, current, past, choices } = mediation;
  const [openId, setOpenId] = useState<string>();
  const open = choices.find(({ id }) => id === openId);
  const changed = (next: TicketMediation) => {
    setOpenId(undefined);
    onChanged(next);
  };
  return (
    <View className="stack">
      <Heading level={1}>调解员</Heading>
      {whyNot && <Note tone="warn" title={refusals[whyNot].message} />}
      {current && <Current ticketId={ticketId} mediation={current} onChanged={changed} />}
      {past.length > 0 && <Heading>以前的</Heading>}
      {past.length > 0 && <Facts facts={past.map(factOf)} />}
      <Heading>名册上的</Heading>
      {choices.length === 0 && <Text>本会和上级妇联的名册上还没有人。先到名册里加一位。</Text>}
      <View className="desk-list">
        {choices.map((choice) => (
          <Cell
            key={choice.id}
            title={choice.name}
            facts={choiceFacts(choice)}
            onTap={() => setOpenId(choice.id)}
          />
        ))}
      </View>
      <Button look="second" onTap={() => goTo('/staff/mediators/index')}>
        看名册
      </Button>
      {open && (
        <ChoiceSheet
          ticketId={ticketId}
          choice={open}
          whyNot={whyNot ?? (current ? 'mediator_assigned_already' : open.whyNot)}
          mayRecuse={whyNot === null || whyNot === 'mediation_not_for_violence'}
          onChanged={changed}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </View>
  );
}

const choiceFacts = ({ federationName, skills, whyNot }: MediatorChoice): string[] => [
  federationName,
  skills.map((skill) => mediatorSkillLabels[skill]).join('、'),
  ...(whyNot ? [refusals[whyNot].message] : []),
];

const factOf = ({ mediatorName, endedAt, ended, note }: Mediation) => ({
  name: mediatorName || '名字已按期删掉',
  words: [endedAt && whenInWords(endedAt), ended && mediationEndLabels[ended], note]
    .filter(Boolean)
    .join(' · '),
});
