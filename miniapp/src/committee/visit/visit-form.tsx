import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  addDays,
  caseTicketRiskLabels,
  caseTicketRisks,
  visitKindLabels,
  visitKinds,
  visitLimits,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import { Note } from '@/components/note';
import { dial } from '@/platform/phone';
import { DayChoice } from '../day-choice';
import { draftNames } from '@/features/visit/drafts';
import type { Field } from '../field-page';
import { useDraft } from '../use-draft';
import { NeedsPart } from './needs-part';
import { NotHers } from './not-hers';
import { isLate, whyNotSaveVisit, writtenVisit, type VisitDraft } from './visit-draft';
import { WhoPart } from './who-part';

const kinds = visitKinds.map((value) => ({ value, label: visitKindLabels[value] }));
const risks = [...caseTicketRisks]
  .reverse()
  .map((value) => ({ value, label: caseTicketRiskLabels[value] }));
const never = 'never';

interface Props {
  field: Field;
  begun: VisitDraft;
  onSaved: (visitId: string) => void;
}

/** Under a minute: three taps for what is usual, words only where she has some. */
export function VisitForm({ field, begun, onSaved }: Props) {
  const { draft, put, why } = useDraft(field, draftNames.visit, begun);
  const [tried, setTried] = useState(false);
  const [whyNotKept, setWhyNotKept] = useState<string>();
  const { today, women } = field;
  const faults = tried ? whyNotSaveVisit(draft) : {};
  const save = () => {
    setTried(true);
    const written = writtenVisit(draft);
    if (!written) return;
    const saved = field.addVisit({ ...written, id: draft.id });
    if (!saved.kept) return setWhyNotKept(saved.why);
    field.dropDraft(draftNames.visit);
    onSaved(saved.id);
  };

  if (draft.linkId && !women.some(({ id }) => id === draft.linkId))
    return <NotHers field={field} />;
  return (
    <View className="stack">
      <WhoPart
        field={field}
        linkId={draft.linkId}
        error={faults.linkId}
        onWho={(linkId) => put({ linkId })}
      />
      <Choice
        label="怎么聊的"
        options={kinds}
        chosen={draft.kind}
        error={faults.kind}
        onChoose={(kind) => put({ kind })}
      />
      <DayChoice
        label="哪一天"
        hint={isLate(draft.visitDay, today) ? '晚几天也算，会标上“补记”。' : undefined}
        near={[
          { value: today, label: '今天' },
          { value: addDays(today, -1), label: '昨天' },
        ]}
        far="选一天"
        days={daysFrom(today, -1, 14)}
        chosen={draft.visitDay}
        onChoose={(visitDay) => put({ visitDay })}
      />
      <NeedsPart needs={draft.needs} error={faults.needs} onNeeds={(needs) => put({ needs })} />
      <Choice label="风险" options={risks} chosen={draft.risk} onChoose={(risk) => put({ risk })} />
      {draft.risk === 'danger' && (
        <Note tone="error" title="先打 110，再记。">
          <Button look="second" onTap={() => dial('110')}>
            打 110
          </Button>
        </Note>
      )}
      <DayChoice
        label="约好再去吗"
        near={[
          { value: never, label: '不约' },
          { value: addDays(today, 7), label: '一周后' },
          { value: addDays(today, 30), label: '一个月后' },
        ]}
        far="约一天"
        days={daysFrom(today, 1, 14)}
        chosen={draft.followUpDay ?? never}
        onChoose={(day) => put({ followUpDay: day === never ? undefined : day })}
      />
      <TextField
        label="备注"
        optional
        lines={2}
        max={visitLimits.noteChars.max}
        initial={draft.note}
        error={faults.note}
        onText={(note) => put({ note })}
      />
      {(whyNotKept ?? why) && <Note tone="error" title={whyNotKept ?? why ?? ''} />}
      <Button onTap={save}>保存</Button>
    </View>
  );
}

const daysFrom = (today: string, step: 1 | -1, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(today, step * (index + 1)));
