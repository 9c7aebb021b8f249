import { bookingStateLabels, carePurpose, rfc3339 } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HerRecords } from '../account';
import { deleteGivenUp, findAllHers } from './booking.repository';
import { Bookings } from './booking.service';
import { SealedBookings } from './sealed-booking';

const fields = {
  岗位: '让您知道约的是哪份工。',
  用工单位: '让您知道去谁那里。',
  上班时间: '排班用。',
  状态: '排班用。',
  预约时间: '记下什么时候约的。',
  给单位看的姓名: '您同意后，只给用工单位看。',
  给单位看的电话: '您同意后，只给用工单位看。',
  留言: '和姓名一起给用工单位看。',
  在照顾12岁以下的孩子: carePurpose,
};

const yesNo = (said: boolean | null): string => (said === null ? '没有填' : said ? '是' : '否');

/** What is kept of her bookings, and how it goes with her account. */
@Injectable()
export class HerBookings implements OnModuleInit {
  constructor(
    private readonly records: HerRecords,
    private readonly bookings: Bookings,
    private readonly sealed: SealedBookings,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '妈妈岗预约',
      fields,
      herData: (db, accountId) => this.data(db, accountId),
      forgetHer: (tx, accountId) => this.forget(tx, accountId),
    });
  }

  private async data(db: EntityManager, accountId: string) {
    const shown = await this.bookings.show(db, await findAllHers(db, accountId));
    return shown.map(({ booking, shift, job }) => {
      const shared = this.sealed.sharedOf(booking);
      return {
        岗位: job.title,
        用工单位: job.employerName,
        上班时间: rfc3339(shift.startsAt),
        状态: bookingStateLabels[booking.state],
        预约时间: rfc3339(booking.bookedAt),
        给单位看的姓名: shared?.name ?? '',
        给单位看的电话: shared?.phone ?? '',
        留言: this.sealed.remarkOf(booking) ?? '',
        在照顾12岁以下的孩子: yesNo(this.sealed.declaresCareOf(booking)),
      };
    });
  }

  private async forget(tx: EntityManager, accountId: string): Promise<void> {
    const hers = await findAllHers(tx, accountId);
    const live = hers.filter(({ state }) => state === 'booked');
    // In one order of shifts, so that two such deletions wait for each other.
    live.sort((a, b) => (a.shiftId < b.shiftId ? -1 : 1));
    for (const booking of live) await this.bookings.giveUp(tx, booking);
    await deleteGivenUp(tx, accountId);
  }
}
