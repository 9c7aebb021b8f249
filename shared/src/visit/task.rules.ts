import { addDays, type Day, daysBetween } from '../day';
import type { LinkedWoman } from './link';

export const taskKinds = ['follow_up', 'hand_over', 'not_visited'] as const;
/** Why she should be visited: a promise, a hand-over, or nobody came for long. */
export type TaskKind = (typeof taskKinds)[number];

export const taskKindLabels: Record<TaskKind, string> = {
  follow_up: '约好再去',
  hand_over: '刚交接过来',
  not_visited: '好久没去',
};

export interface Task {
  linkId: string;
  kind: TaskKind;
  dueDay: Day;
  /** 0 today, negative while there is time. */
  overdueDays: number;
}

export const taskRules = {
  /** Our own choice, not a rule of the federation: set with those who use it. */
  visitEveryDays: 90,
  handOverWithinDays: 14,
  /** A task is shown this long before it is due. */
  aheadDays: 7,
} as const;

/** Of several reasons the one that is due first: a promise for next month hides no hand-over of last week. */
function dueOf({ followUpDay, handedOverOn, lastVisitDay, linkedOn }: LinkedWoman) {
  const { handOverWithinDays, visitEveryDays } = taskRules;
  const reasons: [TaskKind, Day][] = [
    ['not_visited', addDays(lastVisitDay ?? linkedOn, visitEveryDays)],
  ];
  if (handedOverOn) reasons.push(['hand_over', addDays(handedOverOn, handOverWithinDays)]);
  if (followUpDay) reasons.push(['follow_up', followUpDay]);
  return reasons.reduce((first, reason) => (reason[1] <= first[1] ? reason : first));
}

/** One task for each woman who is due or soon will be, what is longest overdue first. */
export function tasksOf(women: LinkedWoman[], today: Day): Task[] {
  return women
    .map((woman) => {
      const [kind, dueDay] = dueOf(woman);
      return { linkId: woman.id, kind, dueDay, overdueDays: daysBetween(dueDay, today) };
    })
    .filter(({ overdueDays }) => overdueDays >= -taskRules.aheadDays)
    .sort((a, b) => b.overdueDays - a.overdueDays || a.linkId.localeCompare(b.linkId));
}
