import {
  jobLimits,
  jobStateLabels,
  type DeskJob,
  type JobState,
  type MoveJob,
} from '@niangjia/shared';
import { StateActs } from '@/features/edit/state-acts';
import type { Sending } from '@/platform/use-send';

const stateWords: Record<JobState, string> = {
  draft: '只有工作人员看得到。',
  published: '大家看得到，能预约。',
  closed: '不再招人，约好的班次都取消了。',
};

interface Props {
  /** Undefined while it is new. */
  job: DeskJob | undefined;
  send: Sending;
  onSave: () => void;
  onPublish: () => void;
  onMove: (id: string, move: MoveJob) => Promise<unknown>;
}

/** What may be done with it now: save, publish, close, open again. */
export function Moves({ job, onMove, ...acts }: Props) {
  if (!job) return <StateActs isDraft {...acts} />;
  const { id, state } = job;
  const close = {
    words: '停招',
    title: '停招这个岗位？',
    leadsTo: '还没开始的班次都会取消，约了的人会收到消息和下面写的原因。以后可以重新招人。',
    label: '为什么停招',
    button: '确定停招',
    chars: jobLimits.reasonChars,
    onEnd: (reason: string) => onMove(id, { to: 'closed', reason }),
  };
  return (
    <StateActs
      standing={`现在是“${jobStateLabels[state]}”：${stateWords[state]}`}
      isDraft={state === 'draft'}
      other={state === 'closed' ? { words: '重新招人', onTap: acts.onPublish } : undefined}
      ending={state === 'published' ? close : undefined}
      {...acts}
    />
  );
}
