import type { Job, Shift } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Federations } from '../federation';
import { findLive } from './booking.repository';
import type { JobRow } from './job.entity';
import { SealedBookings } from './sealed-booking';
import type { ShiftRow } from './shift.entity';
import { type ComingWanted, findComing } from './shift.repository';
import { jobView, shiftView, type Soonest } from './views';

export interface Showing {
  /** Which of the coming shifts of each post. */
  shifts: ComingWanted;
  /** With her own bookings. */
  accountId?: string;
}

/** Posts with their coming shifts, as the API shows them. */
@Injectable()
export class ShownJobs {
  constructor(
    private readonly federations: Federations,
    private readonly sealed: SealedBookings,
  ) {}

  async show(
    db: EntityManager,
    jobs: readonly (JobRow & { distanceMm?: number })[],
    { shifts: wanted, accountId }: Showing,
  ): Promise<Job[]> {
    const federationIds = new Set(jobs.map(({ federationId }) => federationId));
    const federations = await this.federations.rowsOf(db, [...federationIds]);
    const names = new Map(federations.map(({ id, name }) => [id, name]));

    const shown: Job[] = [];
    for (const job of jobs) {
      const shifts = await findComing(db, job.id, wanted);
      const federationName = names.get(job.federationId) ?? '';
      const { distanceMm } = job;
      const views = await this.withHers(db, job, shifts, accountId);
      const soonest = await this.soonest(db, job, shifts, wanted);
      shown.push(jobView(job, { federationName, distanceMm, ...soonest }, views));
    }
    return shown;
  }

  /** The soonest coming shift and the soonest with a place, read again only where those found do not say. */
  private async soonest(
    db: EntityManager,
    { id }: JobRow,
    shifts: readonly ShiftRow[],
    { withPlaces, ...wanted }: ComingWanted,
  ): Promise<Soonest> {
    const first = async (more: Partial<ComingWanted>): Promise<ShiftRow | undefined> =>
      (await findComing(db, id, { ...wanted, ...more, limit: 1 }))[0];
    if (withPlaces) return { coming: await first({}), free: shifts[0] };

    const free = shifts.find(({ taken, places }) => taken < places);
    const areAll = shifts.length < (wanted.limit ?? Infinity);
    return {
      coming: shifts[0],
      free: free ?? (areAll ? undefined : await first({ withPlaces: true })),
    };
  }

  private async withHers(
    db: EntityManager,
    job: JobRow,
    shifts: readonly ShiftRow[],
    accountId: string | undefined,
  ): Promise<Shift[]> {
    const ids = shifts.map(({ id }) => id);
    const hers = accountId === undefined ? [] : await findLive(db, accountId, ids);
    return shifts.map((shift) => {
      const mine = hers.find(({ shiftId }) => shiftId === shift.id);
      return shiftView(shift, mine ? this.sealed.hers(mine, shift, job) : null);
    });
  }
}
