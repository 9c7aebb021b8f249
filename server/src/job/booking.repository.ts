import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { isUniqueViolation } from '../platform/database/faults';
import { BookingRow, liveKeyOf } from './booking.entity';
import { ShiftRow } from './shift.entity';

/** Whose place is given up tells the employer nothing any more. */
export const cancelled = {
  state: 'cancelled',
  liveKey: null,
  remark: null,
  shared: null,
  declaresCare: null,
} as const;

export const findHers = (db: EntityManager, accountId: string, id: string) =>
  db.findOneBy(BookingRow, { id, accountId });

export const findAllHers = (db: EntityManager, accountId: string): Promise<BookingRow[]> =>
  db.find(BookingRow, { where: { accountId }, order: { bookedAt: 'ASC', id: 'ASC' } });

/** Only those that hold no place. */
export const deleteGivenUp = (tx: EntityManager, accountId: string) =>
  tx.delete(BookingRow, { accountId, state: 'cancelled' });

/** Her live bookings of these shifts. */
export const findLive = (db: EntityManager, accountId: string, shiftIds: readonly string[]) =>
  db.findBy(BookingRow, { liveKey: In(shiftIds.map((id) => liveKeyOf(id, accountId))) });

/** Answers whether it is there now: not when she has a live one of that shift. */
export async function insertBooking(tx: EntityManager, row: BookingRow): Promise<boolean> {
  try {
    await tx.insert(BookingRow, row);
    return true;
  } catch (fault) {
    if (isUniqueViolation(fault)) return false;
    throw fault;
  }
}

/** Answers whether it was live until now. */
export async function cancelBooking(tx: EntityManager, id: string): Promise<boolean> {
  const { affected } = await tx.update(BookingRow, { id, state: 'booked' }, cancelled);
  return affected === 1;
}

export const findBookingsOf = (db: EntityManager, shiftIds: readonly string[]) =>
  db.find(BookingRow, {
    select: { id: true, shiftId: true, accountId: true, state: true },
    where: { shiftId: In(shiftIds) },
  });

export const cancelBookings = (tx: EntityManager, ids: readonly string[], cancelReason: string) =>
  tx.update(BookingRow, { id: In(ids) }, { ...cancelled, cancelReason });

/** Who counts on a shift of the post that is still to begin, each once. */
export async function findBooked(tx: EntityManager, jobId: string, now: number): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(BookingRow, 'b')
    .innerJoin(ShiftRow, 's', 's.id = b.shiftId')
    .select('DISTINCT b.accountId', 'accountId')
    .where("s.jobId = :jobId AND s.startsAt > :now AND b.state = 'booked'", { jobId, now })
    .getRawMany<{ accountId: string }>();
  return rows.map(({ accountId }) => accountId);
}

/** Those after the id that still tell who she is, of shifts that ended before the moment; in order of id. */
export async function findTelling(
  db: EntityManager,
  endedBefore: number,
  after: string,
  limit: number,
) {
  const rows = await db
    .createQueryBuilder(BookingRow, 'b')
    .innerJoin(ShiftRow, 's', 's.id = b.shiftId')
    .select('b.id', 'id')
    .where('b.id > :after AND s.endsAt < :endedBefore', { after, endedBefore })
    .andWhere('(b.shared IS NOT NULL OR b.remark IS NOT NULL)')
    .orderBy('b.id')
    .limit(limit)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

export const untell = (tx: EntityManager, ids: readonly string[]) =>
  tx.update(BookingRow, { id: In(ids) }, { shared: null, remark: null });

export type BookingsAfter = [moment: number, id: string];

function page(query: SelectQueryBuilder<BookingRow>, limit: number): Promise<BookingRow[]> {
  return query.limit(limit + 1).getMany();
}

/** The last booked first, one more than the limit, so that the page knows whether it is the last. */
export function findMine(
  db: EntityManager,
  accountId: string,
  after: BookingsAfter | undefined,
  limit: number,
): Promise<BookingRow[]> {
  const query = db
    .createQueryBuilder(BookingRow, 'b')
    .where('b.accountId = :accountId', { accountId })
    .orderBy('b.bookedAt', 'DESC')
    .addOrderBy('b.id', 'DESC');
  if (after) {
    const [at, id] = after;
    query
      .andWhere('b.bookedAt <= :at', { at })
      .andWhere('(b.bookedAt < :at OR b.id < :id)', { id });
  }
  return page(query, limit);
}

/** Of a post's shifts that end at `from` or later, soonest first, one more than the limit. */
export function findOfJob(
  db: EntityManager,
  jobId: string,
  from: number,
  [at, id]: BookingsAfter,
  limit: number,
): Promise<BookingRow[]> {
  const query = db
    .createQueryBuilder(BookingRow, 'b')
    .innerJoin(ShiftRow, 's', 's.id = b.shiftId')
    .where('s.jobId = :jobId AND s.endsAt >= :from', { jobId, from })
    .andWhere('s.startsAt >= :at AND (s.startsAt > :at OR b.id > :id)', { at, id })
    .orderBy('s.startsAt')
    .addOrderBy('b.id');
  return page(query, limit);
}
