import { useState } from 'react';
import { View } from '@tarojs/components';
import { jobEndpoints, type DeskJob } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import '@/features/edit/editor.scss';
import type { Editing } from '@/features/edit/editor-page';
import { FaultSummary } from '@/features/edit/fault-summary';
import { SavePart } from '@/features/edit/save-part';
import { useActs } from '@/features/edit/use-acts';
import { useSend } from '@/platform/use-send';
import { Bookings } from './bookings';
import { JobForm } from './job-form';
import { isOfWording, LawfulWording } from './lawful-wording';
import { Moves } from './moves';
import { changedParts, partOf } from './parts';
import { draftOf, faultsOf } from './read-job';
import { newJob, typedOf, type TypedJob } from './typed-job';

export function EditJob({ owners, newest, onStartOver, ...heard }: Editing<DeskJob>) {
  const [typed, setTyped] = useState(() =>
    newest ? typedOf(newest) : newJob(owners[0]?.federationId ?? ''),
  );
  const { keep, moveTo, busy, fault, faults, saved, changed } = useActs({
    newest,
    create: useSend(jobEndpoints.create),
    change: useSend(jobEndpoints.change),
    move: useSend(jobEndpoints.move),
    faultsOf,
    changedParts,
    ...heard,
  });
  const type = (part: Partial<TypedJob>) => {
    setTyped((old) => ({ ...old, ...part }));
    // What she said of other words does not hold for these.
    setLawful(false);
  };
  const [lawful, setLawful] = useState(false);
  const save = () => keep({ ...draftOf(typed), ...(lawful && { wordingIsLawful: true }) });
  const publish = async () => {
    const kept = await save();
    if (kept) await moveTo(kept.id, { to: 'published' });
  };

  return (
    <View className="stack">
      <Heading level={1}>{newest?.title ?? '新建岗位'}</Heading>
      <FaultSummary faults={faults} partOf={partOf} />
      <JobForm owners={owners} typed={typed} faults={faults} onChange={type} />
      {(lawful || isOfWording(fault)) && <LawfulWording lawful={lawful} onChange={setLawful} />}
      <SavePart
        changed={changed}
        saved={saved ? '保存好了。' : undefined}
        onKeepMine={() => void save()}
        onTakeNewest={onStartOver}
      >
        <Moves
          job={newest}
          send={{ busy, fault }}
          onSave={() => void save()}
          onPublish={() => void publish()}
          onMove={moveTo}
        />
      </SavePart>
      {newest && newest.state !== 'draft' && <Bookings jobId={newest.id} />}
    </View>
  );
}
