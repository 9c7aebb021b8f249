import type { CaseTicketKind, CaseTicketState, Day } from '@niangjia/shared';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { BarRow } from './bar.entity';
import { CaseTicketScope } from './case-ticket-scope.entity';
import type { DeskBranch } from './desk-branches';
import type { SortRange } from './sort-key';

/** Last row of the page before: `[sortKey, ticketId]`. */
export type DeskAfter = readonly [number, string];

/** The same of a list by day: `[dueDay, ticketId]`. */
export type DueAfter = readonly [string, string];

/** What of a branch is looked for, and by whom. */
export interface Wanted {
  ancestorId: string;
  /** Whoever looks: what she is barred from is not there. */
  accountId: string;
  state?: CaseTicketState;
  kind?: CaseTicketKind;
  /** Null: what nobody has. */
  assigneeAccountId?: string | null;
}

/**
 * The first tickets of one branch in one range of sort keys: one range of one index, so that the branch
 * of a whole province is as quick as that of a village.
 */
export function ticketsInBranch(
  db: EntityManager,
  wanted: Wanted,
  { from, below }: SortRange,
  [sortKey, ticketId]: DeskAfter,
  limit: number,
): SelectQueryBuilder<CaseTicketScope> {
  return inBranch(db, wanted)
    .select(['s.ticketId', 's.ancestorId', 's.sortKey'])
    .andWhere('s.sortKey >= :least AND s.sortKey < :below', {
      least: Math.max(from, sortKey),
      below,
    })
    .andWhere('(s.sortKey > :sortKey OR s.ticketId > :ticketId)', { sortKey, ticketId })
    .orderBy('s.sortKey')
    .addOrderBy('s.ticketId')
    .limit(limit);
}

/** The same by the day of their nearest clock, within days; `ranges` of sort keys narrow them by risk. */
export function ticketsDue(
  db: EntityManager,
  wanted: Wanted,
  { fromDay, toDay, ranges }: { fromDay: Day; toDay: Day; ranges: readonly SortRange[] },
  [dueDay, ticketId]: DueAfter,
  limit: number,
): SelectQueryBuilder<CaseTicketScope> {
  const query = inBranch(db, wanted)
    .select(['s.ticketId', 's.ancestorId', 's.dueDay'])
    .andWhere('s.dueDay >= :least AND s.dueDay <= :toDay', {
      least: dueDay > fromDay ? dueDay : fromDay,
      toDay,
    })
    .andWhere('(s.dueDay > :dueDay OR s.ticketId > :ticketId)', { dueDay, ticketId })
    .orderBy('s.dueDay')
    .addOrderBy('s.ticketId')
    .limit(limit);
  const within = ranges.map((_, at) => `s.sortKey >= :from${at} AND s.sortKey < :below${at}`);
  const bounds = ranges.flatMap(({ from, below }, at): [string, number][] => [
    [`from${at}`, from],
    [`below${at}`, below],
  ]);
  return query.andWhere(`(${within.join(' OR ')})`, Object.fromEntries(bounds));
}

/** Tickets of one branch of which something waits for an approval, the longest waiting first. */
export function ticketsWaiting(
  db: EntityManager,
  wanted: Pick<Wanted, 'ancestorId' | 'accountId'> & { withdrawnToo: boolean },
  [waitsSince, ticketId]: DeskAfter,
  limit: number,
): SelectQueryBuilder<CaseTicketScope> {
  const query = inBranch(db, wanted)
    .select(['s.ticketId', 's.ancestorId', 's.waitsSince'])
    .andWhere('s.waitsSince >= :waitsSince', { waitsSince })
    .andWhere('(s.waitsSince > :waitsSince OR s.ticketId > :ticketId)', { ticketId })
    .orderBy('s.waitsSince')
    .addOrderBy('s.ticketId')
    .limit(limit);
  return wanted.withdrawnToo ? query : query.andWhere("s.state <> 'withdrawn'");
}

/** Leaves what lies in none of the branches, and what she is barred from, out of a query of anything else. */
export function inSight<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  ticketId: string,
  branches: readonly DeskBranch[],
  accountId: string,
): SelectQueryBuilder<Row> {
  const ids = (of: readonly DeskBranch[]) => [
    '',
    ...new Set(of.map(({ federationId }) => federationId)),
  ];
  const seen = query.andWhere(
    (outer) =>
      `EXISTS ${outer
        .subQuery()
        .select('1')
        .from(CaseTicketScope, 'sight')
        .where(`sight.ticketId = ${ticketId} AND sight.ancestorId IN (:...sightOf)`)
        .andWhere("(sight.state <> 'withdrawn' OR sight.ancestorId IN (:...withdrawnOf))")
        .getQuery()}`,
    {
      sightOf: ids(branches),
      withdrawnOf: ids(branches.filter(({ withdrawnToo }) => withdrawnToo)),
    },
  );
  return notBarred(seen, ticketId, accountId);
}

function inBranch(db: EntityManager, wanted: Wanted): SelectQueryBuilder<CaseTicketScope> {
  const { ancestorId, accountId, state, kind, assigneeAccountId } = wanted;
  const query = db
    .createQueryBuilder(CaseTicketScope, 's')
    .where('s.ancestorId = :ancestorId', { ancestorId });
  if (state !== undefined) query.andWhere('s.state = :state', { state });
  if (kind !== undefined) query.andWhere('s.kind = :kind', { kind });
  if (assigneeAccountId === null) query.andWhere('s.assigneeAccountId IS NULL');
  else if (assigneeAccountId !== undefined)
    query.andWhere('s.assigneeAccountId = :assigneeAccountId', { assigneeAccountId });
  return notBarred(query, 's.ticketId', accountId);
}

/**
 * Leaves out what she is barred from: in the query itself, so that no page and no count knows of it. Asked of each
 * ticket and with a limit: of NOT EXISTS MariaDB makes a table of all bars that there are.
 */
export const notBarred = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  ticketId: string,
  accountId: string,
): SelectQueryBuilder<Row> =>
  query.andWhere(
    (outer) =>
      `${outer
        .subQuery()
        .select('1')
        .from(BarRow, 'bar')
        .where(`bar.ticketId = ${ticketId} AND bar.accountId = :whoLooks`)
        .limit(1)
        .getQuery()} IS NULL`,
    { whoLooks: accountId },
  );

/** Whether it is there for her; what was withdrawn is for those alone who supervise it. */
export async function isSeenThrough(
  db: EntityManager,
  ticketId: string,
  branches: readonly DeskBranch[],
  accountId: string,
): Promise<boolean> {
  const ancestorIds = branches.map(({ federationId }) => federationId);
  const query = db
    .createQueryBuilder(CaseTicketScope, 's')
    .where({ ticketId, ancestorId: In(ancestorIds) });
  const scopes = await notBarred(query, 's.ticketId', accountId).getMany();
  return scopes.some(
    ({ state, ancestorId }) =>
      state !== 'withdrawn' ||
      branches.some((one) => one.federationId === ancestorId && one.withdrawnToo),
  );
}
