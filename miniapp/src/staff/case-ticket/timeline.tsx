import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { caseTicketStateLabels, type DeskEvent } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { whenInWords } from '@/features/case-ticket/when';
import { a11y } from '@/platform/a11y';
import { newestFirst, type Happening } from './happenings';
import type { SectionProps } from './section';

const words: Record<DeskEvent['what'], string> = {
  received: '收到求助',
  moved: '改了进展',
  answered: '答复了她',
  noted: '写了内部备注',
  facts_added: '她补充了情况',
  contact_set: '她写了怎么联系',
  danger_told: '她说了现在有没有危险',
  clock_started: '开始算一个期限',
  clock_met: '一个期限办到了',
  extension_asked: '申请延长期限',
  extension_approved: '批准了延长期限',
  extension_declined: '没有批准延长期限',
  referral_sent: '转介给别的单位',
  referral_moved: '登记了转介的结果',
  mediator_assigned: '请了调解员',
  mediator_ended: '调解结束',
  mediator_recused: '登记了调解员要回避',
  mediator_unwanted: '她对调解有话说',
  assigned: '分给了人办',
  unassigned: '收回了分派',
  redirected: '告知她该去哪里办',
  hand_over_offered: '请别的妇联接手',
  hand_over_recalled: '收回了接手的请求',
  hand_over_returned: '那边没有接，退回来了',
  handed_over: '别的妇联接手了',
  minor_marked: '标为事关未成年人',
  unlock_asked: '申请查看内容',
  unlock_approved: '批准了查看内容',
  unlock_declined: '没有批准查看内容',
  bar_asked: '她说不要让某个人看',
  bar_asked_above: '她说不要让负责人看',
  recused: '自己回避了',
  barred: '请一个人回避',
  bar_lifted: '解除了回避',
  read: '看过',
};
const atFirst = 8;

/** All that happened and who looked, newest first. */
export function Timeline({ ticket: { events } }: SectionProps) {
  const [all, setAll] = useState(false);
  const happenings = newestFirst(events);
  const shown = all ? happenings : happenings.slice(0, atFirst);

  return (
    <View className="stack">
      <Heading>经过和谁看过</Heading>
      <View {...a11y({ role: 'list' })}>
        {shown.map((happening, index) => (
          <Happened key={happenings.length - index} happening={happening} />
        ))}
      </View>
      {shown.length < happenings.length && (
        <Button look="text" onTap={() => setAll(true)}>
          {`看全部 ${happenings.length} 条`}
        </Button>
      )}
    </View>
  );
}

function Happened({ happening: { at, who, what, to, note, times } }: { happening: Happening }) {
  const did = to && what === 'moved' ? `改为${caseTicketStateLabels[to]}` : words[what];
  const again = times > 1;
  return (
    <View className="event" {...a11y({ role: 'listitem' })}>
      <Text>{[who, did, again && `${times} 次`].filter(Boolean).join(' ')}</Text>
      {note && (
        <View className="fact selectable">
          <Text>{note}</Text>
        </View>
      )}
      <View className="note">
        <Text>{`${again ? '最近 ' : ''}${whenInWords(at)}`}</Text>
      </View>
    </View>
  );
}
