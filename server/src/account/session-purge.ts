import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Sessions } from './session.service';

/** A session that can serve nobody any more is not kept. */
@Injectable()
export class SessionPurge {
  constructor(private readonly sessions: Sessions) {}

  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    await this.sessions.purge();
  }
}
