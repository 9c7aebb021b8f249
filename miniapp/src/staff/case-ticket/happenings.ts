import {
  caseTicketOutcomeLabels,
  caseTicketStateLabels,
  type DeskEvent,
  type LastMove,
} from '@niangjia/shared';

/** One line of the timeline: an event, or several readings in a row by the same person. */
export interface Happening extends DeskEvent {
  times: number;
}

const sameReader = (one: DeskEvent | undefined, other: DeskEvent): boolean =>
  one?.what === 'read' && other.what === 'read' && one.who === other.who;

export function newestFirst(events: readonly DeskEvent[]): Happening[] {
  const happenings: Happening[] = [];
  for (const event of [...events].reverse()) {
    const last = happenings[happenings.length - 1];
    if (last && sameReader(last, event)) last.times += 1;
    else happenings.push({ ...event, times: 1 });
  }
  return happenings;
}

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
  bar_unasked: '她收回了：不要让某个人看',
  bar_unasked_above: '她收回了：不要让负责人看',
  barred_by_her: '她不让一个人看，这个人已经看不到',
  unbarred_by_her: '她又让那个人看了',
  recused: '自己回避了',
  barred: '请一个人回避',
  bar_lifted: '解除了回避',
  read: '看过',
  opened_by_code: '有人用领取码打开过（这个码代记的人见过）',
};

type Told = Pick<DeskEvent, 'what' | 'to'> & Partial<Pick<DeskEvent, 'about' | 'outcome'>>;

/** What happened, with whom it is about and how it ended: `改为已办结（已经解答）`. */
export function happenedInWords({ what, to, about, outcome }: Told): string {
  const did = to && what === 'moved' ? `改为${caseTicketStateLabels[to]}` : words[what];
  const more = [about, outcome && caseTicketOutcomeLabels[outcome]].filter(Boolean).join('，');
  return more ? `${did}（${more}）` : did;
}

/** Who was quicker, and with what: `林小梅 改为已受理`. */
export const quickerInWords = ({ who, what, to }: LastMove): string =>
  `${who ?? '她'} ${happenedInWords({ what, to })}`;
