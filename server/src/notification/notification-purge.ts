import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { retentionDays } from '../account';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { deleteToldBefore } from './notification.repository';

const keptMs = retentionDays.notice * 86_400_000;

/** An old notice is of no use to her, and says where she has been. */
@Injectable()
export class NotificationPurge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Cron('0 10 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    await this.unitOfWork.run((tx) => deleteToldBefore(tx, this.clock.now() - keptMs));
  }
}
