import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { womensHomeKindLabels, type DeskWomensHome } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { ConflictNote } from './conflict-note';
import { draftOf, type HomeDraft } from './draft';
import { FactsPart } from './facts-part';
import { FaultSummary } from './fault-summary';
import { OverridesPart } from './overrides-part';
import { PointPart } from './point-part';
import { useSaving } from './use-saving';
import { WeekPart } from './week-part';
import './edit-home.scss';

interface Props {
  newest: DeskWomensHome;
  onConflict: () => void;
  onStartOver: () => void;
}

export function EditHome({ newest, onConflict, onStartOver }: Props) {
  const [draft, setDraft] = useState(() => draftOf(newest));
  const { save, busy, fault, faults, before, saved, overtaken } = useSaving(newest, onConflict);
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
      <FaultSummary faults={faults} />
      <View className="edit-home">
        <View className="edit-home__column stack">
          <FactsPart draft={draft} faults={faults} onChange={change} />
          <PointPart home={before} draft={draft} faults={faults} onChange={change} />
        </View>
        <View className="edit-home__column stack">
          <WeekPart weekly={weekly} faults={faults} onChange={(days) => change({ weekly: days })} />
          <OverridesPart
            onHolidays={onHolidays}
            overrides={overrides}
            faults={faults}
            onChange={change}
          />
        </View>
      </View>
      {overtaken ? (
        <ConflictNote
          before={before}
          newest={newest}
          onKeepMine={() => void save(draft, newest)}
          onTakeNewest={onStartOver}
        />
      ) : (
        <FaultNote fault={fault} />
      )}
      {saved && <Note tone="ok" title="保存好了，大家现在看到的就是新的。" />}
      {!overtaken && (
        <Button busy={busy} onTap={() => void save(draft)}>
          保存
        </Button>
      )}
    </View>
  );
}
