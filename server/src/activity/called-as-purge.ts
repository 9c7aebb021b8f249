import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { retentionDays } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { forgetCalledAs } from './registration.repository';

const keptMs = retentionDays.calledAs * 86_400_000;

/** Nobody calls her by her name at an activity that is long over. */
@Injectable()
export class CalledAsPurge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Cron('0 30 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    await this.unitOfWork.run((tx) => forgetCalledAs(tx, this.clock.now() - keptMs));
  }
}
