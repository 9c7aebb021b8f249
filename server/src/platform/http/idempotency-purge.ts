import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Once } from './once';

@Injectable()
export class IdempotencyPurge {
  constructor(private readonly once: Once) {}

  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    await this.once.purge();
  }
}
