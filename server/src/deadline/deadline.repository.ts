import type { Day, DeadlineRuleCode } from '@niangjia/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { DeadlineEscalationRow } from './deadline-escalation.entity';
import { DeadlineExtensionRow } from './deadline-extension.entity';
import { DeadlineRow } from './deadline.entity';

export interface ClockKey {
  subjectId: string;
  rule: DeadlineRuleCode;
}

export const findClock = (db: EntityManager, { subjectId, rule }: ClockKey) =>
  db.findOneBy(DeadlineRow, { subjectId, rule });

export const findClocks = (db: EntityManager, subjectIds: readonly string[]) =>
  db.find(DeadlineRow, { where: { subjectId: In([...subjectIds]) }, order: { rule: 'ASC' } });

/** SQL: the nearest day of a clock that runs, of the subject whose id stands in a column; null when none does. */
export const nearestDueDayOf = (subjectId: string): string =>
  `(SELECT MIN(due_day) FROM deadline WHERE subject_id = ${subjectId} AND met_on IS NULL)`;

export const findExtension = (db: EntityManager, { subjectId, rule }: ClockKey) =>
  db.findOneBy(DeadlineExtensionRow, { subjectId, rule });

export const findExtensions = (db: EntityManager, subjectIds: readonly string[]) =>
  db.findBy(DeadlineExtensionRow, { subjectId: In([...subjectIds]) });

export const waitingExtensions = (db: EntityManager, subjectIds: readonly string[]) =>
  db.find(DeadlineExtensionRow, {
    where: { subjectId: In([...subjectIds]), state: 'asked' },
    order: { askedAt: 'ASC', rule: 'ASC' },
  });

export interface ExtensionsBy {
  column: 'askedByAccountId' | 'decidedByAccountId';
  accountId: string;
}

/** Of one person, the latest first: `[askedAt, subjectId, rule]` of the last row of the page before. */
export const extensionsBy = (
  db: EntityManager,
  who: ExtensionsBy,
  [askedAt, subjectId, rule]: readonly [number, string, string],
  limit: number,
) =>
  db
    .createQueryBuilder(DeadlineExtensionRow, 'x')
    .where(`x.${who.column} = :accountId`, { accountId: who.accountId })
    .andWhere('x.askedAt <= :askedAt', { askedAt })
    .andWhere(
      '(x.askedAt < :askedAt OR x.subjectId < :subjectId OR (x.subjectId = :subjectId AND x.rule < :rule))',
      { subjectId, rule },
    )
    .orderBy('x.askedAt', 'DESC')
    .addOrderBy('x.subjectId', 'DESC')
    .addOrderBy('x.rule', 'DESC')
    .limit(limit);

/** The accounts that asked for an extension or decided on one. */
export async function extensionPeople(db: EntityManager, subjectId: string): Promise<string[]> {
  const rows = await findExtensions(db, [subjectId]);
  const ids = rows.flatMap((row) => [row.askedByAccountId, row.decidedByAccountId ?? []].flat());
  return [...new Set(ids)];
}

export const changeClock = (
  tx: EntityManager,
  { subjectId, rule }: ClockKey,
  changes: Partial<DeadlineRow>,
) => tx.update(DeadlineRow, { subjectId, rule }, changes);

/** Answers whether it was still to be looked at then: of several servers one is the first. */
export async function takeLook(
  tx: EntityManager,
  { subjectId, rule, lookAt }: DeadlineRow,
  changes: Partial<DeadlineRow>,
): Promise<boolean> {
  const asSeen = { subjectId, rule, lookAt: lookAt ?? IsNull(), metOn: IsNull() };
  return (await tx.update(DeadlineRow, asSeen, changes)).affected === 1;
}

/** Clocks of a rule that run out within days, in one range of one index. */
export const clocksDue = (db: EntityManager, rule: DeadlineRuleCode, fromDay: Day, toDay: Day) =>
  db
    .createQueryBuilder(DeadlineRow, 'd')
    .where('d.rule = :rule AND d.dueDay >= :fromDay AND d.dueDay <= :toDay', {
      rule,
      fromDay,
      toDay,
    });

export type LookAfter = Pick<DeadlineRow, 'lookAt' | 'subjectId' | 'rule'>;

/** Clocks to be looked at by that moment, in one range of one index. */
export function clocksToLookAt(
  db: EntityManager,
  until: number,
  after: LookAfter | undefined,
  limit: number,
) {
  const query = db
    .createQueryBuilder(DeadlineRow, 'd')
    .where('d.lookAt >= :least AND d.lookAt <= :until', { least: after?.lookAt ?? 0, until })
    .orderBy('d.lookAt')
    .addOrderBy('d.subjectId')
    .addOrderBy('d.rule')
    .limit(limit);
  if (after)
    query.andWhere(
      '(d.lookAt > :least OR d.subjectId > :id OR (d.subjectId = :id AND d.rule > :rule))',
      { id: after.subjectId, rule: after.rule },
    );
  return query;
}

/** What no federation above need see any more. */
export const closeEscalations = (tx: EntityManager, key: Partial<ClockKey>) =>
  tx.update(DeadlineEscalationRow, { ...key, open: true }, { open: false });

/** The same that was closed while the subject was. */
export const openEscalation = (tx: EntityManager, { subjectId, rule, dueDay }: DeadlineRow) =>
  tx.update(DeadlineEscalationRow, { subjectId, rule, dueDay: dueDay ?? IsNull() }, { open: true });

/** All of one subject, also those that rest. */
export const escalationsOf = (db: EntityManager, subjectId: string) =>
  db.findBy(DeadlineEscalationRow, { subjectId });

/** All that lie with these federations, also those that rest. */
export const escalationsAt = (db: EntityManager, federationIds: readonly string[]) =>
  db
    .createQueryBuilder(DeadlineEscalationRow, 'e')
    .where('e.federationId IN (:...federationIds)', { federationIds: ['', ...federationIds] });

export const repointEscalations = (tx: EntityManager, subjectId: string, federationId: string) =>
  tx.update(DeadlineEscalationRow, { subjectId }, { federationId });

export type EscalationAfter = readonly [dueDay: string, id: string];

/** What stands open on one desk and the ticket of which it sees, longest overdue first. */
export function openEscalations(
  db: EntityManager,
  federationId: string,
  [dueDay, id]: EscalationAfter,
  limit: number,
) {
  return db
    .createQueryBuilder(DeadlineEscalationRow, 'e')
    .where('e.federationId = :federationId AND e.open = :open', { federationId, open: true })
    .andWhere('e.dueDay >= :dueDay AND (e.dueDay > :dueDay OR e.id > :id)', { dueDay, id })
    .orderBy('e.dueDay')
    .addOrderBy('e.id')
    .limit(limit);
}
