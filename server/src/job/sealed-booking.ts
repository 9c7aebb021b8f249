import type { Book, MyBooking, SharedWithEmployer } from '@niangjia/shared';
import { rfc3339 } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/crypto/cipher';
import {
  bookingDeclaresCare,
  bookingRemark,
  type BookingRow,
  bookingShared,
} from './booking.entity';
import type { JobRow } from './job.entity';
import type { ShiftRow } from './shift.entity';

/** What she said with a booking, sealed on its way in and opened only for who may read it. */
@Injectable()
export class SealedBookings {
  constructor(private readonly cipher: Cipher) {}

  seal(id: string, { remark, declaresCare, shareWithEmployer }: Book) {
    const { cipher } = this;
    return {
      remark: remark === undefined ? null : cipher.seal(bookingRemark, id, remark),
      shared: shareWithEmployer
        ? cipher.seal(bookingShared, id, JSON.stringify(shareWithEmployer))
        : null,
      declaresCare:
        declaresCare === undefined
          ? null
          : cipher.seal(bookingDeclaresCare, id, declaresCare ? '1' : '0'),
    };
  }

  sharedOf({ id, shared }: BookingRow): SharedWithEmployer | null {
    if (shared === null) return null;
    return JSON.parse(this.cipher.open(bookingShared, id, shared)) as SharedWithEmployer;
  }

  remarkOf({ id, remark }: BookingRow): string | null {
    return remark === null ? null : this.cipher.open(bookingRemark, id, remark);
  }

  /** For herself and the office: never on a way to an employer. */
  declaresCareOf({ id, declaresCare }: BookingRow): boolean | null {
    return declaresCare === null
      ? null
      : this.cipher.open(bookingDeclaresCare, id, declaresCare) === '1';
  }

  /** For herself. */
  hers(booking: BookingRow, shift: ShiftRow, job: JobRow): MyBooking {
    return {
      id: booking.id,
      shiftId: shift.id,
      jobId: job.id,
      jobTitle: job.title,
      employerName: job.employerName,
      place: job.place,
      startsAt: rfc3339(shift.startsAt),
      endsAt: rfc3339(shift.endsAt),
      state: booking.state,
      shared: this.sharedOf(booking),
      remark: this.remarkOf(booking),
      cancelReason: booking.cancelReason,
      bookedAt: rfc3339(booking.bookedAt),
    };
  }
}
