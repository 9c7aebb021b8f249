import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { retentionDays } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { findTelling, untell } from './booking.repository';

const dayMs = 86_400_000;
const batchRows = 500;

/** A shift that is long over says no more who came: name, phone and remark go. */
@Injectable()
export class ContactsPurge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Answers of how many bookings. */
  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<number> {
    const endedBefore = this.clock.now() - retentionDays.bookingContact * dayMs;
    let purged = 0;
    for (let last = ''; ;) {
      const ids = await findTelling(this.unitOfWork.reader, endedBefore, last, batchRows);
      if (ids.length === 0) return purged;
      await this.unitOfWork.run((tx) => untell(tx, ids));
      purged += ids.length;
      last = ids.at(-1)!;
    }
  }
}
