import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  activityLimits,
  activityStateLabels,
  type ActivityState,
  type DeskActivity,
  type MoveActivity,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { ReasonSheet } from '@/features/edit/reason-sheet';
import { a11y } from '@/platform/a11y';
import type { Fault } from '@/platform/refused';

const stateWords: Record<ActivityState, string> = {
  draft: '只有工作人员看得到。',
  published: '大家看得到，能报名。',
  closed: '大家看得到，不能再报名。',
  cancelled: '报了名的人都收到了消息和原因。',
};

interface Props {
  /** Undefined while it is new. */
  activity: DeskActivity | undefined;
  send: { busy: boolean; fault?: Fault };
  onSave: () => void;
  /** Saves first, so that nobody sees half of it. */
  onPublish: () => void;
  onMove: (id: string, move: MoveActivity) => Promise<unknown>;
}

/** What may be done with it now: save, publish, close, open again, cancel. */
export function Moves({ activity, send, onSave, onPublish, onMove }: Props) {
  const [cancelling, setCancelling] = useState(false);
  const state = activity?.state ?? 'draft';
  const isDraft = state === 'draft';
  if (activity?.state === 'cancelled') return <Ended activity={activity} />;

  const cancel = async (id: string, reason: string) => {
    if (await onMove(id, { to: 'cancelled', reason })) setCancelling(false);
  };
  return (
    <View className="stack">
      {!cancelling && <FaultNote fault={send.fault} />}
      {activity && (
        <View {...a11y({ role: 'status' })}>
          <Text>{`现在是“${activityStateLabels[state]}”：${stateWords[state]}`}</Text>
        </View>
      )}
      <View className="row">
        <View className="row__part">
          <Button busy={send.busy} onTap={isDraft ? onPublish : onSave}>
            {isDraft ? '发布' : '保存'}
          </Button>
        </View>
        {isDraft && (
          <View className="row__part">
            <Button look="second" busy={send.busy} onTap={onSave}>
              存为草稿
            </Button>
          </View>
        )}
        {state === 'published' && activity && (
          <View className="row__part">
            <Button look="second" onTap={() => void onMove(activity.id, { to: 'closed' })}>
              截止报名
            </Button>
          </View>
        )}
        {state === 'closed' && (
          <View className="row__part">
            <Button look="second" onTap={onPublish}>
              重新开放报名
            </Button>
          </View>
        )}
        {activity && (
          <View className="row__part">
            <Button look="danger" onTap={() => setCancelling(true)}>
              取消活动
            </Button>
          </View>
        )}
      </View>
      {activity && cancelling && (
        <ReasonSheet
          title="取消这个活动？"
          words={`${countOf(activity)}，都会收到消息和下面写的原因。取消后不能恢复。`}
          label="为什么取消"
          button="确定取消活动"
          chars={activityLimits.reasonChars}
          send={send}
          onConfirm={(reason) => void cancel(activity.id, reason)}
          onClose={() => setCancelling(false)}
        />
      )}
    </View>
  );
}

const countOf = ({ seats, seatsLeft, waiting }: DeskActivity): string =>
  `已报 ${seats - seatsLeft} 人，候补 ${waiting} 人`;

const Ended = ({ activity }: { activity: DeskActivity }) => (
  <Note tone="warn" title="这个活动取消了">
    <Text>{`${stateWords.cancelled}原因：${activity.cancelReason ?? '没有写'}`}</Text>
  </Note>
);
