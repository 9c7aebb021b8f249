import { Injectable } from '@nestjs/common';
import { caseTicketStates } from '@niangjia/shared';
import { Cron } from '@nestjs/schedule';
import { Deadlines } from '../deadline';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { findEnded, shredEnded } from './case-ticket.repository';
import { KeptTickets } from './kept-ticket.service';
import { keptDays } from './retention';

const dayMs = 86_400_000;

/**
 * Deletes the keys of what was kept long enough: no word of it opens any more, and her code finds nothing.
 * What is left are states, days and kinds, for the figures.
 */
@Injectable()
export class Shredding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly kept: KeptTickets,
    private readonly deadlines: Deadlines,
  ) {}

  /** Answers how many tickets went. */
  @Cron('0 0 3 * * *', { timeZone: 'Asia/Shanghai' })
  async shred(): Promise<number> {
    let shredded = 0;
    for (const state of caseTicketStates) {
      const days = keptDays[state];
      if (days === null) continue;
      const endedBefore = this.clock.now() - days * dayMs;
      shredded += await this.unitOfWork.run(async (tx) => {
        const ended = await findEnded(tx, state, endedBefore);
        await this.kept.forgetTickets(tx, ended);
        // Nothing more can be done about what was closed without an answer.
        for (const id of ended) await this.deadlines.rest(tx, id);
        return shredEnded(tx, state, endedBefore);
      });
    }
    return shredded;
  }
}
