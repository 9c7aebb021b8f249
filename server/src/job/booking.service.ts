import {
  type Book,
  type MyBooking,
  type Page,
  pageLimits,
  type PageQuery,
  type RefusalCode,
  whyNotBook,
  whyNotCancelBooking,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { type BookingRow, liveKeyOf } from './booking.entity';
import {
  cancelBooking,
  cancelled,
  findHers,
  findLive,
  findMine,
  insertBooking,
} from './booking.repository';
import type { JobRow } from './job.entity';
import { findJobs, findShownJob } from './job.repository';
import { SealedBookings } from './sealed-booking';
import type { ShiftRow } from './shift.entity';
import { findShift, findShifts, freePlace, holdShift, takePlace } from './shift.repository';

interface Bookable {
  shift: ShiftRow;
  job: JobRow;
}

@Injectable()
export class Bookings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly sealed: SealedBookings,
  ) {}

  async book(
    tx: EntityManager,
    accountId: string,
    shiftId: string,
    asked: Book,
  ): Promise<MyBooking> {
    await this.accounts.holdFor(tx, accountId);
    const { shift, job } = await this.bookable(tx, shiftId);
    await this.refuse(tx, accountId, { shift, job });

    // Somebody else was quicker: what stands in the way now is what she is told.
    if (!(await takePlace(tx, shiftId, this.clock.now()))) {
      await this.refuse(tx, accountId, await this.bookable(tx, shiftId));
      throw new Refusal('shift_full');
    }
    const booking = this.rowOf(accountId, shiftId, asked);
    if (!(await insertBooking(tx, booking))) throw new Refusal('already_booked');

    return this.sealed.hers(booking, shift, job);
  }

  async cancel(tx: EntityManager, accountId: string, id: string): Promise<MyBooking> {
    await this.accounts.holdFor(tx, accountId);
    const booking = await findHers(tx, accountId, id);
    if (!booking) throw new Refusal('booking_not_found');
    const [shown] = await this.show(tx, [booking]);
    const { shift, job } = shown!;
    const reason = whyNotCancelBooking(booking.state, shift.startsAt, this.clock.now());
    if (reason) throw new Refusal(reason);

    if (!(await this.giveUp(tx, booking))) throw new Refusal('booking_cancelled');

    return this.sealed.hers({ ...booking, ...cancelled }, shift, job);
  }

  /** Answers whether it was live until now: only then its place is free again. */
  async giveUp(tx: EntityManager, { id, shiftId }: BookingRow): Promise<boolean> {
    // The shift first, as in booking and closing, so that they wait for each other in one order.
    await holdShift(tx, shiftId);
    if (!(await cancelBooking(tx, id))) return false;
    await freePlace(tx, shiftId);
    return true;
  }

  async mine(accountId: string, query: PageQuery): Promise<Page<MyBooking>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']);
    const rows = await findMine(reader, accountId, after, limit);

    const { items, next } = pageOf(
      rows,
      limit,
      ({ bookedAt, id }) => [bookedAt, id],
      (row) => row,
    );
    const shown = await this.show(reader, items);
    return {
      items: shown.map(({ booking, shift, job }) => this.sealed.hers(booking, shift, job)),
      next,
    };
  }

  /** With what they are about: a shift that was ever booked, and its post, never go. */
  async show(db: EntityManager, bookings: readonly BookingRow[]) {
    const shifts = await findShifts(
      db,
      bookings.map(({ shiftId }) => shiftId),
    );
    const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]));
    const jobs = await findJobs(
      db,
      shifts.map(({ jobId }) => jobId),
    );
    const jobOf = new Map(jobs.map((job) => [job.id, job]));
    return bookings.map((booking) => {
      const shift = shiftOf.get(booking.shiftId)!;
      return { booking, shift, job: jobOf.get(shift.jobId)! };
    });
  }

  private async bookable(db: EntityManager, shiftId: string): Promise<Bookable> {
    const shift = await findShift(db, shiftId);
    const job = shift && (await findShownJob(db, shift.jobId));
    if (!job) throw new Refusal('shift_not_found');
    return { shift, job };
  }

  private async refuse(
    db: EntityManager,
    accountId: string,
    { shift, job }: Bookable,
  ): Promise<void> {
    const [hers] = await findLive(db, accountId, [shift.id]);
    const { cancelled: isCancelled, startsAt } = shift;
    const placesLeft = shift.places - shift.taken;
    const asked = { jobState: job.state, cancelled: isCancelled, startsAt, placesLeft };
    const reason: RefusalCode | undefined = whyNotBook(asked, hers?.state, this.clock.now());
    if (reason) throw new Refusal(reason);
  }

  private rowOf(accountId: string, shiftId: string, asked: Book): BookingRow {
    const id = newId();
    return {
      id,
      shiftId,
      accountId,
      state: 'booked',
      liveKey: liveKeyOf(shiftId, accountId),
      ...this.sealed.seal(id, asked),
      cancelReason: null,
      bookedAt: this.clock.now(),
    };
  }
}
