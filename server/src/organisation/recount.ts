import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { FederationCounts } from '../federation';

/** Counts everything afresh each night; a number that differs was a fault, and is said. */
@Injectable()
export class NightlyRecount {
  private readonly log = new Logger('recount');

  constructor(private readonly counts: FederationCounts) {}

  @Cron('0 40 2 * * *', { timeZone: 'Asia/Shanghai' })
  async recount(): Promise<void> {
    for (const { federationId, what, kind, kept, n } of await this.counts.recount())
      this.log.error(`${what} ${kind} of ${federationId} was kept as ${kept} and is ${n}`);
  }
}
