import { type Day, dayOf, type LinkEnder } from '@niangjia/shared';
import { type EntityManager, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { inBranches, withinBranch } from '../federation';
import { insertAll } from '../platform/database/insert-all';
import { HandOverRow, LinkRow } from './link.entity';
import { VisitRow } from './visit.entity';

const batchRows = 200;

/** With her last visit, which tells when she is due again. */
export type LinkWithLatest = LinkRow & { latest: VisitRow | null };

export const insertLinks = (tx: EntityManager, rows: readonly LinkRow[]) =>
  insertAll(tx, LinkRow, rows);

/**
 * Takes the rows until the transaction ends, so that a woman who ends her link and a visit that comes in at
 * the same moment stand one after the other.
 */
export const holdLinks = (tx: EntityManager, ids: readonly string[]) =>
  tx.update(LinkRow, { id: In(ids) }, { state: () => 'state' });

export const holdLinksTo = (tx: EntityManager, ledgerEntryIds: readonly string[]) =>
  tx.update(LinkRow, { ledgerEntryId: In(ledgerEntryIds) }, { state: () => 'state' });

export const findLinksTo = (
  db: EntityManager,
  ledgerEntryIds: readonly string[],
): Promise<LinkRow[]> => db.findBy(LinkRow, { ledgerEntryId: In(ledgerEntryIds) });

export const findLinks = (db: EntityManager, ids: readonly string[]): Promise<LinkRow[]> =>
  db.findBy(LinkRow, { id: In(ids) });

/** Which of the links were on her list before they were handed over, each with the last day on which it was. */
export async function findHandedOverBy(
  db: EntityManager,
  fromAccountId: string,
  linkIds: readonly string[],
): Promise<Map<string, Day>> {
  const rows = await db.find(HandOverRow, {
    where: { fromAccountId, linkId: In(linkIds) },
    order: { handedOverAt: 'ASC' },
  });
  return new Map(rows.map(({ linkId, handedOverAt }) => [linkId, dayOf(handedOverAt)]));
}

/** Which of the cards' marks are in use. */
export async function findCodesInUse(
  db: EntityManager,
  codeMarks: readonly string[],
): Promise<Set<string>> {
  const select = { id: true, codeMark: true } as const;
  const rows = await db.find(LinkRow, { select, where: { codeMark: In(codeMarks) } });
  return new Set(rows.flatMap(({ codeMark }) => codeMark ?? []));
}

export const findByCode = (db: EntityManager, codeMark: string): Promise<LinkRow | null> =>
  db.findOneBy(LinkRow, { codeMark });

export const findKeptBy = (db: EntityManager, womanAccountId: string): Promise<LinkRow[]> =>
  db.find(LinkRow, { where: { womanAccountId }, order: { id: 'ASC' } });

export const setWoman = (tx: EntityManager, id: string, womanAccountId: string) =>
  tx.update(LinkRow, { id }, { womanAccountId });

export const forgetWoman = (tx: EntityManager, womanAccountId: string) =>
  tx.update(LinkRow, { womanAccountId }, { womanAccountId: null });

const latestOfHers =
  'v.id = (SELECT w.id FROM visit w WHERE w.link_id = l.id ORDER BY w.counted_day DESC, w.id DESC LIMIT 1)';

/** Her active links in order of their ids, one more than the limit. */
export const activeOf = (db: EntityManager, accountId: string, afterId: string, limit: number) =>
  db
    .createQueryBuilder(LinkRow, 'l')
    .leftJoinAndMapOne('l.latest', VisitRow, 'v', latestOfHers)
    .where('l.accountId = :accountId AND l.state = :state', { accountId, state: 'active' })
    .andWhere('l.id > :afterId', { afterId })
    .orderBy('l.id')
    .limit(limit + 1);

export async function setEnded(
  tx: EntityManager,
  rows: readonly LinkRow[],
  endedBy: LinkEnder,
  endedAt: number,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.update(LinkRow, { id: In(ids) }, { state: 'ended', endedBy, endedAt });
}

/** Those of the entries to which somebody is still linked. */
export async function entriesLinked(
  db: EntityManager,
  ledgerEntryIds: readonly string[],
  state?: LinkRow['state'],
): Promise<Set<string>> {
  const rows = await db.find(LinkRow, {
    select: { id: true, ledgerEntryId: true },
    where: { ledgerEntryId: In(ledgerEntryIds), ...(state && { state }) },
  });
  return new Set(rows.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? []));
}

/** Ended so by then, and something is still kept of her. */
export const findToForget = (
  db: EntityManager,
  endedBy: LinkEnder,
  endedBefore: number,
): Promise<LinkRow[]> =>
  db.find(LinkRow, {
    where: {
      state: 'ended',
      endedBy,
      endedAt: LessThanOrEqual(endedBefore),
      ledgerEntryId: Not(IsNull()),
    },
    take: batchRows,
  });

export const setForgotten = (tx: EntityManager, ids: readonly string[]) =>
  tx.update(
    LinkRow,
    { id: In(ids) },
    { ledgerEntryId: null, codeMark: null, womanAccountId: null },
  );

export interface Held {
  accountId: string;
  federationId: string;
}

/** Who has somebody on her list in the branches, each once. */
export async function findHolders(db: EntityManager, branches: readonly string[]): Promise<Held[]> {
  const held = new Map<string, Held>();
  for (const branch of outermost(branches))
    for (const one of await holdersIn(db, branch).getRawMany<Held>())
      if (!held.has(one.accountId)) held.set(one.accountId, one);
  return [...held.values()];
}

/** Nothing is read twice for somebody with a post in a county and one in its village. */
const outermost = (branches: readonly string[]): string[] =>
  [...new Set(branches)].filter(
    (path) => !branches.some((other) => other !== path && withinBranch(path, other)),
  );

/**
 * A branch for itself, in the order of the index: with several branches in one condition, or grouped by holder
 * alone, SQLite reads every link there is. A path ends with a slash; the nought comes right after it.
 */
export const holdersIn = (db: EntityManager, branch: string) =>
  db
    .createQueryBuilder(LinkRow, 'l')
    .select('l.accountId', 'accountId')
    .addSelect('MIN(l.federationId)', 'federationId')
    .where('l.federationPath >= :from AND l.federationPath < :to', {
      from: branch,
      to: `${branch.slice(0, -1)}0`,
    })
    .andWhere('l.state = :state', { state: 'active' })
    .groupBy('l.federationPath')
    .addGroupBy('l.state')
    .addGroupBy('l.accountId');

/** Her active links that lie in the branches. */
export const findActiveIn = (
  db: EntityManager,
  accountId: string,
  branches: readonly string[],
): Promise<LinkRow[]> =>
  db
    .createQueryBuilder(LinkRow, 'l')
    .where('l.accountId = :accountId AND l.state = :state', { accountId, state: 'active' })
    .andWhere(inBranches('l.federationPath', branches))
    .orderBy('l.id')
    .getMany();

export async function handOverLinks(
  tx: EntityManager,
  rows: readonly LinkRow[],
  { accountId, handedOverOn }: Pick<LinkRow, 'accountId' | 'handedOverOn'>,
  handOvers: readonly HandOverRow[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.update(LinkRow, { id: In(ids), state: 'active' }, { accountId, handedOverOn });
  await insertAll(tx, HandOverRow, handOvers);
}
