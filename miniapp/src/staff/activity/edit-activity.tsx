import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { activityEndpoints, type DeskActivity } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { whenItIs } from '@/features/activity/activity-words';
import '@/features/edit/editor.scss';
import { FaultSummary } from '@/features/edit/fault-summary';
import type { Editing } from '@/features/edit/editor-page';
import { ResumedNote } from '@/features/edit/resumed-note';
import { SavePart } from '@/features/edit/save-part';
import { useActs } from '@/features/edit/use-acts';
import { useTyping } from '@/features/edit/use-typing';
import { useSend } from '@/platform/use-send';
import { ActivityForm } from './activity-form';
import { Moves } from './moves';
import { changedParts, partOf } from './parts';
import { Registrations } from './registrations';
import { draftOf, faultsOf, newActivity, typedOf } from './typed-activity';

export function EditActivity({ owners, newest, onStartOver, ...heard }: Editing<DeskActivity>) {
  const { typed, type, resumed, done } = useTyping('activity', newest, () =>
    newest ? typedOf(newest) : newActivity(owners[0]?.federationId ?? ''),
  );
  const startOver = () => {
    done();
    onStartOver();
  };
  const [ended] = useState(newest?.state === 'cancelled' ? newest : undefined);
  const { keep, moveTo, busy, fault, faults, saved, changed } = useActs({
    newest,
    create: useSend(activityEndpoints.create),
    change: useSend(activityEndpoints.change),
    move: useSend(activityEndpoints.move),
    faultsOf,
    changedParts,
    ...heard,
  });
  const save = async () => {
    const kept = await keep(draftOf(typed));
    if (kept) done();
    return kept;
  };
  const publish = async () => {
    const kept = await save();
    if (kept) await moveTo(kept.id, { to: 'published' });
  };

  return (
    <View className="stack">
      <Heading level={1}>{newest?.title ?? '新建活动'}</Heading>
      {resumed && <ResumedNote onStartOver={startOver} />}
      <FaultSummary faults={faults} partOf={partOf} />
      {ended ? (
        <Text>{`${whenItIs(ended)} · ${ended.place}`}</Text>
      ) : (
        <ActivityForm owners={owners} typed={typed} faults={faults} onChange={type} />
      )}
      <SavePart
        changed={changed}
        saved={saved ? '保存好了。' : undefined}
        onKeepMine={() => void save()}
        onTakeNewest={startOver}
      >
        <Moves
          activity={newest}
          send={{ busy, fault }}
          onSave={() => void save()}
          onPublish={() => void publish()}
          onMove={moveTo}
        />
      </SavePart>
      {newest && newest.state !== 'draft' && <Registrations activity={newest} />}
    </View>
  );
}
