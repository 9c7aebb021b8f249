import type { DeskActivity } from '@niangjia/shared';
import { differing, type Part } from '@/features/edit/parts';

const labels = {
  title: '名称',
  text: '介绍',
  startsAt: '开始',
  endsAt: '结束',
  registrationClosesAt: '报名截止',
  cancellableUntil: '取消截止',
  place: '地点',
  point: '位置',
  seats: '名额',
} as const;

const isPart = (name: string): name is keyof typeof labels => name in labels;

/** The part of the page that a path of the draft belongs to. */
export function partOf(path: string): Part {
  const [name = ''] = path.split('.');
  return { id: `part-${name}`, label: isPart(name) ? labels[name] : '其他' };
}

/** In words, what somebody else changed between two versions. */
export const changedParts = (before: DeskActivity, newest: DeskActivity): string[] =>
  differing(before, newest, labels);
