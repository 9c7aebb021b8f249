import { Text, View } from '@tarojs/components';
import { womensHomeEndpoints, womensHomeKindLabels, type DeskWomensHome } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import '@/features/edit/editor.scss';
import type { Editing } from '@/features/edit/editor-page';
import { FaultSummary } from '@/features/edit/fault-summary';
import { ResumedNote } from '@/features/edit/resumed-note';
import { SavePart } from '@/features/edit/save-part';
import { useRefused, useSaving } from '@/features/edit/use-saving';
import { useTyping } from '@/features/edit/use-typing';
import { useSend } from '@/platform/use-send';
import { draftOf } from './draft';
import { FactsPart } from './facts-part';
import { OverridesPart } from './overrides-part';
import { changedParts, partOf } from './parts';
import { PointPart } from './point-part';
import { faultsOf, writtenOf } from './read-draft';
import { WeekPart } from './week-part';
import './edit-home.scss';

type Props = Pick<Editing<DeskWomensHome>, 'onLearn' | 'onConflict' | 'onStartOver'> & {
  newest: DeskWomensHome;
};

export function EditHome({ newest, onLearn, onConflict, onStartOver }: Props) {
  const typing = useTyping('womens-home', newest, () => draftOf(newest));
  const { typed: draft, type: change, resumed, done } = typing;
  const startOver = () => {
    done();
    onStartOver();
  };
  const { send, busy, fault } = useSend(womensHomeEndpoints.change);
  const {
    save: keepDraft,
    hear,
    faults,
    before,
    saved,
    changed,
  } = useSaving({
    newest,
    changedParts,
    faultsOf,
    keep: (written, { id, version }) => send({ params: { id }, body: { ...written, version } }),
    onConflict,
  });
  useRefused(fault, hear);
  const save = async () => {
    const kept = await keepDraft(writtenOf(draft));
    if (!kept) return;
    done();
    onLearn(kept);
  };
  const { weekly, onHolidays, overrides } = draft;

  return (
    <View className="stack">
      <Heading level={1}>{before.name}</Heading>
      <Text className="fact">
        {`${womensHomeKindLabels[before.kind]} · ${before.federationName}`}
      </Text>
      {before.confidential && (
        <Note tone="warn" title="不公开的地方">
          <Text>地址和电话不要告诉别人。</Text>
        </Note>
      )}
      {resumed && <ResumedNote onStartOver={startOver} />}
      <FaultSummary faults={faults} partOf={partOf} />
      <View className="editor">
        <View className="editor__column stack">
          <FactsPart draft={draft} faults={faults} onChange={change} />
          <PointPart home={before} draft={draft} faults={faults} onChange={change} />
        </View>
        <View className="editor__column stack">
          <WeekPart weekly={weekly} faults={faults} onChange={(days) => change({ weekly: days })} />
          <OverridesPart
            onHolidays={onHolidays}
            overrides={overrides}
            faults={faults}
            onChange={change}
          />
        </View>
      </View>
      <SavePart
        changed={changed}
        fault={fault}
        saved={saved ? '保存好了，大家现在看到的就是新的。' : undefined}
        onKeepMine={() => void save()}
        onTakeNewest={startOver}
      >
        <Button busy={busy} onTap={() => void save()}>
          保存
        </Button>
      </SavePart>
    </View>
  );
}
