import { Text } from '@tarojs/components';
import {
  activityLimits,
  activityStateLabels,
  readRfc3339,
  refusals,
  whyNotCancelActivity,
  type ActivityState,
  type DeskActivity,
  type MoveActivity,
} from '@niangjia/shared';
import { Note } from '@/components/note';
import { StateActs } from '@/features/edit/state-acts';
import type { Sending } from '@/platform/use-send';

const stateWords: Record<ActivityState, string> = {
  draft: '只有工作人员看得到。',
  published: '大家看得到，能报名。',
  closed: '大家看得到，不能再报名。',
  cancelled: '报了名的人都收到了消息和原因。',
};

interface Props {
  /** Undefined while it is new. */
  activity: DeskActivity | undefined;
  send: Sending;
  onSave: () => void;
  onPublish: () => void;
  onMove: (id: string, move: MoveActivity) => Promise<unknown>;
}

/** What may be done with it now: save, publish, close, open again, cancel. */
export function Moves({ activity, onMove, ...acts }: Props) {
  if (!activity) return <StateActs isDraft {...acts} />;
  const { id, state } = activity;
  if (state === 'cancelled') return <Cancelled activity={activity} />;

  const why = whyNotCancel(activity);
  const whyNot = why === 'activity_started' ? refusals[why].message : '';
  const others = {
    draft: undefined,
    published: { words: '截止报名', onTap: () => void onMove(id, { to: 'closed' }) },
    closed: { words: '重新开放报名', onTap: acts.onPublish },
  };
  return (
    <StateActs
      standing={`现在是“${activityStateLabels[state]}”：${stateWords[state]}${whyNot}`}
      isDraft={state === 'draft'}
      other={others[state]}
      ending={why ? undefined : endingOf(activity, onMove)}
      {...acts}
    />
  );
}

const whyNotCancel = ({ state, startsAt }: DeskActivity) =>
  whyNotCancelActivity({ state, startsAt: readRfc3339(startsAt) ?? 0 }, Date.now());

const endingOf = (activity: DeskActivity, onMove: Props['onMove']) => ({
  words: '取消活动',
  title: '取消这个活动？',
  leadsTo: `${countOf(activity)}，都会收到消息和下面写的原因。取消后不能恢复。`,
  label: '为什么取消',
  button: '确定取消活动',
  chars: activityLimits.reasonChars,
  onEnd: (reason: string) => onMove(activity.id, { to: 'cancelled', reason }),
});

const countOf = ({ seats, seatsLeft, waiting }: DeskActivity): string =>
  `报了 ${seats - seatsLeft} 个名额，${waiting} 位在候补`;

const Cancelled = ({ activity }: { activity: DeskActivity }) => (
  <Note tone="warn" title="这个活动取消了">
    <Text>{`${stateWords.cancelled}原因：${activity.cancelReason ?? '没有写'}`}</Text>
  </Note>
);
