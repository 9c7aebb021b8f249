import { type Day, dayOf, minuteInWords, minuteOf } from '../day';
import type { RefusalCode } from '../refusal';
import type { Deadline, ExtensionState, WhyNoDeadline } from './deadline';
import {
  type CountingUnit,
  type DeadlineRuleCode,
  deadlineRules,
  type Span,
} from './deadline.table';

/** What the rules need to know of the one who asks. */
export interface WhoAsks {
  nameKnown: boolean;
  addressKnown: boolean;
}

/** Why a clock does not run for her: art. 23 exempts those whose name or address is unclear. */
export function whyNotRunning(rule: DeadlineRuleCode, who: WhoAsks): WhyNoDeadline | undefined {
  if (rule !== 'petition_reply') return undefined;
  return who.nameKnown && who.addressKnown ? undefined : 'name_or_address_unknown';
}

/** How long it runs: as the law says, or as many days as whoever started it said. */
export const spanOf = (rule: DeadlineRuleCode, ownDays: number | null): Span => {
  const { span } = deadlineRules[rule];
  return span ?? { unit: 'day', count: ownDays ?? 0 };
};

const unitWords: Record<CountingUnit, string> = {
  day: '个自然日',
  working_day: '个工作日（跳过周末和放假的日子，调休上班的日子要算）',
  month: '个月',
  hour: '小时',
};

/** `11月22日`, and `2027年1月4日` when the year is not the one that is told. */
export function shortDay(day: Day, year: string): string {
  const [itsYear, month, date] = day.split('-');
  const words = `${Number(month)}月${Number(date)}日`;
  return itsYear === year ? words : `${itsYear}年${words}`;
}

/** `从 11月22日 起 15 个自然日`, `从 11月22日 18:30 起 72 小时`; the year when it ends in another one. */
export function countedInWords(
  { unit, count }: Span,
  startedAt: number,
  dueDay: Day,
  extendedByDays = 0,
): string {
  const from = shortDay(dayOf(startedAt), dueDay.slice(0, 4));
  const clock = unit === 'hour' ? ` ${minuteInWords(minuteOf(startedAt))}` : '';
  const extended = extendedByDays > 0 ? `，再延长 ${extendedByDays} 日` : '';
  return `从 ${from}${clock} 起 ${count} ${unitWords[unit]}${extended}`;
}

interface Extendable {
  rule: DeadlineRuleCode;
  dueDay: Day | null;
  metOn: Day | null;
  extension: { state: ExtensionState } | null;
}

/** Why nobody may ask to extend it today: once, before its last day has passed, and only where a law says so. */
export function whyNotExtend(
  { rule, dueDay, metOn, extension }: Extendable,
  today: Day,
): RefusalCode | undefined {
  if (!deadlineRules[rule].extendableByDays) return 'deadline_not_extendable';
  if (extension && extension.state !== 'declined') return 'extension_asked_already';
  if (dueDay === null || metOn !== null) return 'deadline_not_running';
  return dueDay < today ? 'deadline_over' : undefined;
}

/** Why this person may not decide now. */
export function whyNotDecide(
  { dueDay, metOn }: Pick<Extendable, 'dueDay' | 'metOn'>,
  extension: { state: ExtensionState; askedByAccountId: string } | null,
  accountId: string,
): RefusalCode | undefined {
  if (extension?.state !== 'asked') return 'extension_not_asked';
  if (extension.askedByAccountId === accountId) return 'extension_same_person';
  return dueDay === null || metOn !== null ? 'deadline_not_running' : undefined;
}

/** The nearest day of a clock that runs; null when none does. */
export function nearestDueDay(
  deadlines: readonly Pick<Deadline, 'dueDay' | 'metOn'>[],
): Day | null {
  const days = deadlines.flatMap(({ dueDay, metOn }) => (dueDay && !metOn ? [dueDay] : []));
  return days.sort()[0] ?? null;
}

/** What she is told, with her claim code, when the head of the unit has extended art. 34. */
export const extensionForHer = (dueDay: Day, reason: string): string => {
  const [year, month, date] = dueDay.split('-').map(Number);
  return `您这件事的办理期限延长到 ${year}年${month}月${date}日。原因：${reason}`;
};
