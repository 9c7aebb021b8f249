import {
  dayInWords,
  dayOf,
  daysBetween,
  minuteInWords,
  minuteOf,
  taskKindLabels,
  type Day,
  type Task,
} from '@niangjia/shared';
import type { FieldVisit, FieldWoman, SyncState, Waiting } from '@/features/visit/field';

/** `今天 09:20`, `周四 11月26日 09:20` */
export function whenSaved(moment: number, today: Day): string {
  const day = dayOf(moment);
  return `${day === today ? '今天' : dayInWords(day)} ${minuteInWords(minuteOf(moment))}`;
}

export function agoInWords(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return '今天';
  return days === 1 ? '昨天' : `${days} 天前`;
}

function dueInWords(overdueDays: number): string {
  if (overdueDays === 0) return '就是今天';
  return overdueDays > 0 ? `过了 ${overdueDays} 天` : `还有 ${-overdueDays} 天`;
}

/** Why she should be visited, as one says it. */
export function whyNow({ kind, dueDay, overdueDays }: Task, woman: FieldWoman, today: Day): string {
  const due = dueInWords(overdueDays);
  if (kind === 'follow_up') return `约好${dayInWords(dueDay)}再去，${due}`;
  if (kind === 'hand_over') return `${taskKindLabels.hand_over}，${due}`;
  return woman.lastVisitDay
    ? `${taskKindLabels.not_visited}，上次 ${agoInWords(woman.lastVisitDay, today)}`
    : `${agoInWords(woman.linkedOn, today)}加的，还没去过`;
}

export const lastVisitInWords = ({ lastVisitDay }: FieldWoman, today: Day): string =>
  lastVisitDay ? `上次去：${agoInWords(lastVisitDay, today)}` : '还没去过';

/** `上门 · 今天`, for a heading. */
export const dayOfVisit = ({ visitDay }: FieldVisit, today: Day): string =>
  daysBetween(visitDay, today) > 1 ? dayInWords(visitDay) : agoInWords(visitDay, today);

interface Standing {
  waiting: Waiting;
  sync: SyncState;
  syncedAt: number | null;
  today: Day;
  damaged: number;
}

/** What waits on the phone, since when, and what becomes of it. */
export function standingInWords(
  { waiting, sync, syncedAt, today, damaged }: Standing,
  { online, signedIn }: { online: boolean; signedIn: boolean },
) {
  const { count, since, refused, notTaken } = waiting;
  const whole = count - damaged;
  const oldest = since === null ? '' : `最早是${whenSaved(since, today)} 的。`;
  const broken = damaged > 0 ? `有 ${damaged} 条打不开了，点开看。` : '';
  if (sync.state === 'running')
    return whole > 0 ? `正在上传 ${whole} 条。${oldest}` : '正在更新名单。';
  if (refused.length > 0) return `有 ${refused.length} 条没传成，点开改一改。${oldest}`;
  if (whole > 0 && !signedIn) return `${whole} 条存在手机里，要登录才能传。${oldest}${broken}`;
  if (whole > 0) {
    const then = notTaken > 0 ? '那边没收下，会再传。' : '有网自动上传。';
    return `${whole} 条存在手机里，还没上传。${oldest}${online && notTaken === 0 ? '' : then}${broken}`;
  }
  if (broken) return broken;
  if (signedIn && sync.state === 'failed' && !sync.isOffline) return sync.message;
  if (syncedAt === null) return '手机里还没有名单。连上网更新一次，以后没网也能用。';
  const list = `名单是${whenSaved(syncedAt, today)} 的。`;
  return online || !signedIn ? `都传上去了。${list}` : `没有网络，照样能记。${list}`;
}
