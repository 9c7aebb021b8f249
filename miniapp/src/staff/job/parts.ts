import type { DeskJob } from '@niangjia/shared';
import { differing, type Part } from '@/features/edit/parts';

const labels = {
  title: '岗位',
  employerName: '用工方',
  text: '做什么',
  contractKind: '用工方式',
  payPerHourFen: '工资',
  flexibility: '怎么照顾妈妈',
  place: '地点',
  point: '位置',
  shiftPatterns: '班次',
} as const;

const isPart = (name: string): name is keyof typeof labels => name in labels;

/** The part of the page that a path of the draft belongs to. */
export function partOf(path: string): Part {
  const [name = '', index] = path.split('.');
  if (name === 'shiftPatterns' && index)
    return { id: `part-shiftPatterns-${index}`, label: `班次 ${Number(index) + 1}` };
  return { id: `part-${name}`, label: isPart(name) ? labels[name] : '其他' };
}

/** In words, what somebody else changed between two versions. */
export const changedParts = (before: DeskJob, newest: DeskJob): string[] =>
  differing(before, newest, labels);
