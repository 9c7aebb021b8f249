import {
  type ApprovalWay,
  countedInWords,
  type Day,
  type Deadline,
  deadlineRules,
  type Extension,
  rfc3339,
  spanOf,
  whyNotDecide,
  whyNotExtend,
} from '@niangjia/shared';
import type { DeadlineExtensionRow } from './deadline-extension.entity';
import type { DeadlineRow } from './deadline.entity';

/** Who looks, on which day, and the names of those who asked and decided. */
export interface Looking {
  accountId: string | null;
  /** Whether she may decide what that person asked, and who does. */
  mayApprove: (askedBy: string) => boolean;
  wayOf: (askedBy: string) => ApprovalWay | null;
  today: Day;
  names: Map<string, string>;
}

export const lookingAt = (today: Day): Looking => ({
  accountId: null,
  mayApprove: () => false,
  wayOf: () => null,
  today,
  names: new Map(),
});

export function deadlineView(
  row: DeadlineRow,
  extension: DeadlineExtensionRow | null,
  { accountId, mayApprove, wayOf, today, names }: Looking,
): Deadline {
  const { article, what, note = null, startedBy, extendableByDays = 0 } = deadlineRules[row.rule];
  const mayAsk = whyNotExtend({ ...row, extension }, today) === undefined;
  const askedBy = extension?.askedByAccountId ?? '';
  const mayDecide =
    accountId !== null && !whyNotDecide(row, extension, accountId) && mayApprove(askedBy);
  return {
    rule: row.rule,
    article,
    what,
    note,
    counted: counted(row, extension),
    dueDay: row.dueDay,
    dueAt: row.dueAt === null ? null : rfc3339(row.dueAt),
    whyNot: row.whyNot,
    metOn: row.metOn,
    told: row.told ?? 'nothing',
    extension: extension && extensionView(extension, names, wayOf(askedBy)),
    extendableByDays: mayAsk ? extendableByDays : 0,
    mayDecide,
    mayMeet: startedBy === 'staff' && row.metOn === null,
  };
}

function counted(
  { rule, startedAt, dueDay, ownDays }: DeadlineRow,
  extension: DeadlineExtensionRow | null,
): string | null {
  if (startedAt === null || dueDay === null) return null;
  const extended = extension?.state === 'approved' ? extension.days : 0;
  return countedInWords(spanOf(rule, ownDays), startedAt, dueDay, extended);
}

const extensionView = (
  row: DeadlineExtensionRow,
  names: Map<string, string>,
  way: ApprovalWay | null,
): Extension => ({
  state: row.state,
  days: row.days,
  askedByName: names.get(row.askedByAccountId) ?? null,
  decidedByName: names.get(row.decidedByAccountId ?? '') ?? null,
  originalDueDay: row.originalDueDay,
  way: row.state === 'asked' ? way : null,
});
