import type { DeskWomensHome } from '@niangjia/shared';
import { differing, type Part } from '@/features/edit/parts';
import { weekdayLabels } from '@/features/edit/weekdays';

const labels = {
  name: '名称',
  address: '地址',
  phone: '电话',
  services: '能办的事',
  hours: '开放时间',
  point: '位置',
} as const;

const isPart = (name: string): name is keyof typeof labels => name in labels;

/** The part of the page that a path of the change belongs to. */
export function partOf(path: string): Part {
  const [first = '', list, index] = path.split('.');
  const at = Number(index);
  if (list === 'weekly' && index)
    return { id: `part-weekly-${index}`, label: weekdayLabels[at] ?? '开放时间' };
  if (list === 'overrides' && index)
    return { id: `part-overrides-${index}`, label: `特别安排 ${at + 1}` };
  return { id: `part-${first}`, label: isPart(first) ? labels[first] : '其他' };
}

/** In words, what somebody else changed between two versions. */
export const changedParts = (before: DeskWomensHome, newest: DeskWomensHome): string[] =>
  differing(before, newest, labels);
