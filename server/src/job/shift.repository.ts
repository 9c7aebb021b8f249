import { type EntityManager, In } from 'typeorm';
import { insertAll } from '../platform/database/insert-all';
import { ShiftRow } from './shift.entity';

export const findShift = (db: EntityManager, id: string): Promise<ShiftRow | null> =>
  db.findOneBy(ShiftRow, { id });

export const findShifts = (db: EntityManager, ids: readonly string[]): Promise<ShiftRow[]> =>
  db.findBy(ShiftRow, { id: In(ids) });

export interface ComingWanted {
  now: number;
  limit?: number;
  /** A minute of the day before which they end. */
  endsBy?: number;
  withPlaces?: boolean;
}

/** Those of a post still to begin, soonest first. */
export function findComing(
  db: EntityManager,
  jobId: string,
  { now, limit, endsBy, withPlaces = false }: ComingWanted,
): Promise<ShiftRow[]> {
  const query = db
    .createQueryBuilder(ShiftRow, 's')
    .where('s.jobId = :jobId AND s.cancelled = :no', { jobId, no: false })
    .andWhere('s.startsAt > :now', { now })
    .orderBy('s.startsAt')
    .addOrderBy('s.id')
    .limit(limit);
  if (withPlaces) query.andWhere('s.taken < s.places');
  if (endsBy !== undefined) query.andWhere('s.endsMinute < :endsBy', { endsBy });
  return query.getMany();
}

export const insertShifts = (tx: EntityManager, rows: readonly ShiftRow[]) =>
  insertAll(tx, ShiftRow, rows);

/** In one statement, so that two women cannot take the last place; answers whether there was one. */
export async function takePlace(tx: EntityManager, id: string, now: number): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(ShiftRow)
    .set({ taken: () => 'taken + 1' })
    .where('id = :id AND taken < places', { id })
    .andWhere('cancelled = :no AND starts_at > :now', { no: false, now })
    .execute();
  return affected === 1;
}

/** Nobody else changes it until the unit of work ends. */
export const holdShift = (tx: EntityManager, id: string) =>
  tx
    .createQueryBuilder()
    .update(ShiftRow)
    .set({ taken: () => 'taken' })
    .where('id = :id', { id })
    .execute();

/** Answers whether a place was taken that could be given back. */
export async function freePlace(tx: EntityManager, id: string): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(ShiftRow)
    .set({ taken: () => 'taken - 1' })
    .where('id = :id AND taken > 0', { id })
    .execute();
  return affected === 1;
}

/** Never below what is taken; answers whether it could be done. */
export async function setPlaces(tx: EntityManager, id: string, places: number): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(ShiftRow)
    .set({ places })
    .where('id = :id AND taken <= :places', { id, places })
    .execute();
  return affected === 1;
}

/** From here on nobody can take a place of them. */
export const cancelShifts = (tx: EntityManager, ids: readonly string[]) =>
  tx.update(ShiftRow, { id: In(ids) }, { cancelled: true, taken: 0 });

export const deleteShifts = (tx: EntityManager, ids: readonly string[]) =>
  tx.delete(ShiftRow, { id: In(ids) });
