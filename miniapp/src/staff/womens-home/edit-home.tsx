import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { womensHomeEndpoints, womensHomeKindLabels, type DeskWomensHome } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import '@/features/edit/editor.scss';
import { FaultSummary } from '@/features/edit/fault-summary';
import { SavePart } from '@/features/edit/save-part';
import { useRefused, useSaving } from '@/features/edit/use-saving';
import { useSend } from '@/platform/use-send';
import { draftOf, type HomeDraft } from './draft';
import { FactsPart } from './facts-part';
import { OverridesPart } from './overrides-part';
import { changedParts, partOf } from './parts';
import { PointPart } from './point-part';
import { faultsOf, writtenOf } from './read-draft';
import { WeekPart } from './week-part';
import './edit-home.scss';

interface Props {
  newest: DeskWomensHome;
  onConflict: () => void;
  onStartOver: () => void;
}

export function EditHome({ newest, onConflict, onStartOver }: Props) {
  const [draft, setDraft] = useState(() => draftOf(newest));
  const { send, busy, fault } = useSend(womensHomeEndpoints.change);
  const { save, hear, faults, before, saved, changed } = useSaving({
    newest,
    changedParts,
    faultsOf,
    keep: (written, { id, version }) => send({ params: { id }, body: { ...written, version } }),
    onConflict,
  });
  useRefused(fault, hear);
  const change = (part: Partial<HomeDraft>) => setDraft((old) => ({ ...old, ...part }));
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
        onKeepMine={() => void save(writtenOf(draft))}
        onTakeNewest={onStartOver}
      >
        <Button busy={busy} onTap={() => void save(writtenOf(draft))}>
          保存
        </Button>
      </SavePart>
    </View>
  );
}
