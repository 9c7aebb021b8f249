import {
  dayOf,
  type EmployersBooking,
  momentAt,
  type Page,
  pageLimits,
  type PageQuery,
  rfc3339,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { branchesFor, type Person } from '../account';
import { Audit } from '../audit';
import { Federations } from '../federation';
import { Clock } from '../platform/clock';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { Refusal } from '../platform/http/refusal';
import type { BookingRow } from './booking.entity';
import { findOfJob } from './booking.repository';
import { contactsUnits } from './contacts-units';
import { findDeskJob, type JobScope } from './desk.repository';
import { SealedBookings } from './sealed-booking';
import type { ShiftRow } from './shift.entity';
import { findShifts } from './shift.repository';

/** All that an employer ever sees of who comes, and staff of the branch no more than that. */
@Injectable()
export class EmployersView {
  constructor(
    private readonly clock: Clock,
    private readonly federations: Federations,
    private readonly sealed: SealedBookings,
    private readonly audit: Audit,
  ) {}

  /** Of today's shifts and those to come: who came last week is no longer the employer's to know here. */
  async page(
    tx: EntityManager,
    person: Person,
    jobId: string,
    query: PageQuery,
  ): Promise<Page<EmployersBooking>> {
    const job = await findDeskJob(tx, await this.scopeOf(tx, person), jobId);
    if (!job) throw new Refusal('job_not_found');
    const limit = query.limit ?? pageLimits.default;
    const after = decodeAfter(query.after, [0, '']) ?? [-1, ''];
    const today = momentAt(dayOf(this.clock.now()), 0);
    const rows = await findOfJob(tx, jobId, today, [after[0], after[1]], limit);
    const shifts = await findShifts(
      tx,
      rows.map(({ shiftId }) => shiftId),
    );
    const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]));

    const subject = { type: 'job', id: jobId };
    await this.audit.record(tx, { accountId: person.accountId, act: 'read_bookings', subject });
    return pageOf(
      rows,
      limit,
      ({ shiftId, id }) => [shiftOf.get(shiftId)!.startsAt, id],
      (row) => this.view(row, shiftOf.get(row.shiftId)!),
    );
  }

  private async scopeOf(db: EntityManager, person: Person): Promise<JobScope> {
    return {
      branches: branchesFor(person, 'job.edit'),
      unitIds: await contactsUnits(this.federations, db, person),
    };
  }

  private view(booking: BookingRow, shift: ShiftRow): EmployersBooking {
    const comes = booking.state === 'booked';
    const shared = comes ? this.sealed.sharedOf(booking) : null;
    return {
      id: booking.id,
      shiftId: shift.id,
      startsAt: rfc3339(shift.startsAt),
      endsAt: rfc3339(shift.endsAt),
      state: booking.state,
      name: shared?.name ?? null,
      phone: shared?.phone ?? null,
      remark: shared && this.sealed.remarkOf(booking),
    };
  }
}
