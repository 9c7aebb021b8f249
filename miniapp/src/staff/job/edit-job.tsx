import { useState } from 'react';
import { View } from '@tarojs/components';
import { jobEndpoints, type DeskJob } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import '@/features/edit/editor.scss';
import type { Editing } from '@/features/edit/editor-page';
import { FaultSummary } from '@/features/edit/fault-summary';
import { ResumedNote } from '@/features/edit/resumed-note';
import { SavePart } from '@/features/edit/save-part';
import { useActs } from '@/features/edit/use-acts';
import { useTyping } from '@/features/edit/use-typing';
import { useSend } from '@/platform/use-send';
import { Bookings } from './bookings';
import { JobForm } from './job-form';
import { isOfWording, LawfulWording } from './lawful-wording';
import { Moves } from './moves';
import { changedParts, partOf } from './parts';
import { draftOf, faultsOf } from './read-job';
import { newJob, typedOf, type TypedJob } from './typed-job';

export function EditJob({ owners, newest, onStartOver, ...heard }: Editing<DeskJob>) {
  const { type: put, ...typing } = useTyping('job', newest, () =>
    newest ? typedOf(newest) : newJob(owners[0]?.federationId ?? ''),
  );
  const { typed, resumed, done } = typing;
  const startOver = () => {
    done();
    onStartOver();
  };
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
    put(part);
    // What she said of other words does not hold for these.
    setLawful(false);
  };
  const [lawful, setLawful] = useState(false);
  const save = async () => {
    const kept = await keep({ ...draftOf(typed), ...(lawful && { wordingIsLawful: true }) });
    if (kept) done();
    return kept;
  };
  const publish = async () => {
    const kept = await save();
    if (kept) await moveTo(kept.id, { to: 'published' });
  };

  return (
    <View className="stack">
      <Heading level={1}>{newest?.title ?? '新建岗位'}</Heading>
      {resumed && <ResumedNote onStartOver={startOver} />}
      <FaultSummary faults={faults} partOf={partOf} />
      <JobForm owners={owners} typed={typed} faults={faults} onChange={type} />
      {(lawful || isOfWording(fault)) && <LawfulWording lawful={lawful} onChange={setLawful} />}
      <SavePart
        changed={changed}
        saved={saved ? '保存好了。' : undefined}
        onKeepMine={() => void save()}
        onTakeNewest={startOver}
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
