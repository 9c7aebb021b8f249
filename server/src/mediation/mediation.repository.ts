import { type Day, mediatorLimits } from '@niangjia/shared';
import { type EntityManager, In, IsNull, LessThan, Not } from 'typeorm';
import { inBranches } from '../federation';
import { MediationRow, RecusalRow } from './mediation.entity';
import { MediatorRow } from './mediator.entity';

export const insertMediator = (tx: EntityManager, row: MediatorRow) => tx.insert(MediatorRow, row);

/** On the roster of one of the branches; null for every other one, there or not. */
export const findMediator = (
  db: EntityManager,
  branches: readonly string[],
  id: string,
): Promise<MediatorRow | null> =>
  db
    .createQueryBuilder(MediatorRow, 'm')
    .where(inBranches('m.federationPath', branches))
    .andWhere('m.id = :id', { id })
    .getOne();

/** Federation by federation, one more than the limit, so that the page knows whether it is the last. */
export const findMediators = (
  db: EntityManager,
  branches: readonly string[],
  [path, id]: readonly [string, string],
  limit: number,
): Promise<MediatorRow[]> =>
  db
    .createQueryBuilder(MediatorRow, 'm')
    .where(inBranches('m.federationPath', branches))
    .andWhere('m.federationPath >= :path AND (m.federationPath > :path OR m.id > :id)', {
      path,
      id,
    })
    .orderBy('m.federationPath')
    .addOrderBy('m.id')
    .limit(limit + 1)
    .getMany();

/** Whether it was still the version that was read. */
export async function changeMediator(
  tx: EntityManager,
  { id, version }: Pick<MediatorRow, 'id' | 'version'>,
  changes: Partial<MediatorRow>,
): Promise<boolean> {
  const { affected } = await tx.update(
    MediatorRow,
    { id, version },
    { ...changes, version: version + 1 },
  );
  return affected === 1;
}

/** Those of these federations who have a name, in the order of the rosters. */
export const findMediatorsOf = (
  db: EntityManager,
  federationIds: readonly string[],
): Promise<MediatorRow[]> =>
  db.find(MediatorRow, {
    where: { federationId: In([...federationIds]), name: Not(IsNull()) },
    order: { id: 'ASC' },
    take: mediatorLimits.choices,
  });

export const findMediatorRows = (
  db: EntityManager,
  ids: readonly string[],
): Promise<MediatorRow[]> => db.findBy(MediatorRow, { id: In([...ids]) });

export const findMediationsOf = (db: EntityManager, ticketId: string): Promise<MediationRow[]> =>
  db.find(MediationRow, { where: { ticketId }, order: { assignedAt: 'DESC', id: 'DESC' } });

export const findOpenMediation = (
  db: EntityManager,
  ticketId: string,
): Promise<MediationRow | null> => db.findOneBy(MediationRow, { openTicketId: ticketId });

export const insertMediation = (tx: EntityManager, row: MediationRow) =>
  tx.insert(MediationRow, row);

/** Whether it was still going on. */
export async function endMediation(
  tx: EntityManager,
  id: string,
  changes: Pick<MediationRow, 'ended' | 'endedAt' | 'sealedNote'>,
): Promise<boolean> {
  const { affected } = await tx.update(
    MediationRow,
    { id, openTicketId: Not(IsNull()) },
    { ...changes, openTicketId: null },
  );
  return affected === 1;
}

export const findRecusals = (db: EntityManager, ticketId: string): Promise<RecusalRow[]> =>
  db.findBy(RecusalRow, { ticketId });

/** Said twice it is said once. */
export const saveRecusal = (tx: EntityManager, row: RecusalRow) =>
  tx.upsert(RecusalRow, row, ['ticketId', 'mediatorId']);

/** Names of those whose term ended before that day. Answers how many. */
export async function forgetNames(tx: EntityManager, endedBefore: Day): Promise<number> {
  const gone = { toDay: LessThan(endedBefore), name: Not(IsNull()) };
  return (await tx.update(MediatorRow, gone, { name: null })).affected ?? 0;
}
