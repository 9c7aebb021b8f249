import { View } from '@tarojs/components';
import {
  caseTicketKindLabels,
  caseTicketKinds,
  visitLimits,
  type CaseTicketKind,
} from '@niangjia/shared';
import { Choices } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import type { VisitDraft } from './visit-draft';

const kinds = caseTicketKinds.map((value) => ({ value, label: caseTicketKindLabels[value] }));

interface Props {
  needs: VisitDraft['needs'];
  error?: string;
  onNeeds: (needs: VisitDraft['needs']) => void;
}

/** What she needs, by chips; a few words to each where there are some. */
export function NeedsPart({ needs, error, onNeeds }: Props) {
  const choose = (chosen: CaseTicketKind[]) =>
    onNeeds(chosen.map((kind) => needs.find((need) => need.kind === kind) ?? { kind, text: '' }));
  const write = (kind: CaseTicketKind, text: string) =>
    onNeeds(needs.map((need) => (need.kind === kind ? { kind, text } : need)));
  return (
    <View className="stack">
      <Choices
        label="她有什么需要（选填）"
        options={kinds}
        chosen={needs.map(({ kind }) => kind)}
        error={error}
        onChoose={choose}
      />
      {needs.map(({ kind, text }) => (
        <TextField
          key={kind}
          label={`${caseTicketKindLabels[kind]}：说几句`}
          optional
          lines={2}
          max={visitLimits.needChars.max}
          initial={text}
          onText={(words) => write(kind, words)}
        />
      ))}
    </View>
  );
}
