import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { inBranches } from '../federation';
import { insertAll } from '../platform/database/insert-all';
import { FieldFactRow } from './field-fact.entity';
import { LinkRow } from './link.entity';
import { SubmitTokenRow } from './submit-token.entity';
import { VisitNeedRow, VisitRow } from './visit.entity';

const batchRows = 200;

export const insertFacts = (tx: EntityManager, rows: readonly FieldFactRow[]) =>
  insertAll(tx, FieldFactRow, rows);

export const insertVisits = (tx: EntityManager, rows: readonly VisitRow[]) =>
  insertAll(tx, VisitRow, rows);

export const insertNeeds = (tx: EntityManager, rows: readonly VisitNeedRow[]) =>
  insertAll(tx, VisitNeedRow, rows);

export const findFacts = (db: EntityManager, ids: readonly string[]): Promise<FieldFactRow[]> =>
  db.findBy(FieldFactRow, { id: In(ids) });

export const findVisits = (db: EntityManager, ids: readonly string[]): Promise<VisitRow[]> =>
  db.findBy(VisitRow, { id: In(ids) });

export const findNeeds = (db: EntityManager, ids: readonly string[]): Promise<VisitNeedRow[]> =>
  db.findBy(VisitNeedRow, { id: In(ids) });

export const findNeedsOf = (db: EntityManager, visitIds: readonly string[]) =>
  db.find(VisitNeedRow, {
    where: { visitId: In(visitIds) },
    order: { visitId: 'ASC', position: 'ASC' },
  });

export const setTicketed = (tx: EntityManager, needId: string, ticketFactId: string) =>
  tx.update(VisitNeedRow, { id: needId, ticketFactId: IsNull() }, { ticketFactId });

export type VisitsAfter = readonly [countedDay: string, id: string];

interface VisitsOf {
  accountId: string;
  branches: readonly string[];
  linkId?: string;
}

/** To those who are on her list now, newest first, one more than the limit. */
export function visitsBy(
  db: EntityManager,
  { accountId, branches, linkId }: VisitsOf,
  after: VisitsAfter | undefined,
  limit: number,
) {
  const query = db
    .createQueryBuilder(VisitRow, 'v')
    .where('v.accountId = :accountId', { accountId })
    .orderBy('v.countedDay', 'DESC')
    .addOrderBy('v.id', 'DESC')
    .limit(limit + 1);
  // Asked of each visit and not joined: MariaDB would read by link, and sort.
  const onHerList = query
    .subQuery()
    .select('1')
    .from(LinkRow, 'l')
    .where('l.id = v.linkId AND l.accountId = v.accountId AND l.state = :state', {
      state: 'active',
    })
    .andWhere(inBranches('l.federationPath', branches))
    .limit(1)
    .getQuery();
  query.andWhere(`${onHerList} = 1`);
  if (linkId) query.andWhere('v.linkId = :linkId', { linkId });
  if (after) {
    const [day, id] = after;
    query
      .andWhere('v.countedDay <= :day', { day })
      .andWhere('(v.countedDay < :day OR v.id < :id)', { id });
  }
  return query;
}

export const findAllBy = (db: EntityManager, accountId: string): Promise<VisitRow[]> =>
  db.find(VisitRow, { where: { accountId }, order: { countedDay: 'ASC', id: 'ASC' } });

/** How often each of the links was visited. */
export async function countVisits(
  db: EntityManager,
  linkIds: readonly string[],
): Promise<Map<string, number>> {
  if (linkIds.length === 0) return new Map();
  const rows = await db
    .createQueryBuilder(VisitRow, 'v')
    .select('v.linkId', 'linkId')
    .addSelect('COUNT(*)', 'visits')
    .where('v.linkId IN (:...linkIds)', { linkIds })
    .groupBy('v.linkId')
    .getRawMany<{ linkId: string; visits: number | string }>();
  return new Map(rows.map(({ linkId, visits }) => [linkId, Number(visits)]));
}

/** The words go; that there was a visit, on which day and of which kind, stays for the figures. */
export async function forgetWords(tx: EntityManager, linkIds: readonly string[]): Promise<void> {
  const select = { id: true } as const;
  const visits = await tx.find(VisitRow, { select, where: { linkId: In(linkIds) } });
  for (let from = 0; from < visits.length; from += batchRows) {
    const ids = visits.slice(from, from + batchRows).map(({ id }) => id);
    await tx.delete(VisitNeedRow, { visitId: In(ids) });
    await tx.update(VisitRow, { id: In(ids) }, { note: null });
  }
}

export const insertToken = (tx: EntityManager, row: SubmitTokenRow) =>
  tx.insert(SubmitTokenRow, row);

interface TokenEnds {
  createdBefore: number;
  signedOutBefore: number;
}

/** Those of the hashes that have not ended. */
export const findTokens = (
  db: EntityManager,
  tokenHashes: readonly string[],
  { createdBefore, signedOutBefore }: TokenEnds,
): Promise<SubmitTokenRow[]> => {
  const young = { tokenHash: In(tokenHashes), createdAt: MoreThan(createdBefore) };
  return db.findBy(SubmitTokenRow, [
    { ...young, signedOutAt: IsNull() },
    { ...young, signedOutAt: MoreThan(signedOutBefore) },
  ]);
};

export const setSignedOut = (tx: EntityManager, accountId: string, signedOutAt: number) =>
  tx.update(SubmitTokenRow, { accountId, signedOutAt: IsNull() }, { signedOutAt });

/** What has not ended by then lives on. */
export const setSignedIn = (tx: EntityManager, accountId: string, signedOutBefore: number) =>
  tx.update(
    SubmitTokenRow,
    { accountId, signedOutAt: MoreThan(signedOutBefore) },
    { signedOutAt: null },
  );

/** Those that ended. */
export async function deleteTokens(tx: EntityManager, ends: TokenEnds): Promise<void> {
  await tx.delete(SubmitTokenRow, { createdAt: LessThanOrEqual(ends.createdBefore) });
  await tx.delete(SubmitTokenRow, { signedOutAt: LessThanOrEqual(ends.signedOutBefore) });
}

export const deleteTokensOf = (tx: EntityManager, accountId: string) =>
  tx.delete(SubmitTokenRow, { accountId });
