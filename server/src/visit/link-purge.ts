import { linkEnders, type LinkEnder } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { EntityManager } from 'typeorm';
import { LedgerEntries } from '../ledger';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { LinkRow } from './link.entity';
import { entryIdsOf } from './link-ends.service';
import { entriesLinked, findToForget, holdLinks, setForgotten } from './link.repository';
import { keptDays } from './retention';
import { forgetWords } from './visit.repository';

const dayMs = 86_400_000;

/** Deletes what was kept long enough of women whose links ended. Days and kinds of visits stay, for the figures. */
@Injectable()
export class LinkPurge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: LedgerEntries,
    private readonly clock: Clock,
  ) {}

  /** Answers how many links were forgotten. */
  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  async forget(): Promise<number> {
    let forgotten = 0;
    for (const endedBy of linkEnders)
      for (;;) {
        const some = await this.unitOfWork.run((tx) => this.forgetSome(tx, endedBy));
        if (some === 0) break;
        forgotten += some;
      }
    if (forgotten > 0) await this.unitOfWork.eraseTraces();
    return forgotten;
  }

  private async forgetSome(tx: EntityManager, endedBy: LinkEnder): Promise<number> {
    const endedBefore = this.clock.now() - keptDays[endedBy] * dayMs;
    const links = await findToForget(tx, endedBy, endedBefore);
    if (links.length > 0) await this.forgetAll(tx, links);
    return links.length;
  }

  private async forgetAll(tx: EntityManager, links: readonly LinkRow[]): Promise<void> {
    const ids = links.map(({ id }) => id);
    const entryIds = entryIdsOf(links);
    await this.entries.hold(tx, entryIds);
    await holdLinks(tx, ids);

    await forgetWords(tx, ids);
    await setForgotten(tx, ids);
    const linked = await entriesLinked(tx, entryIds);
    await this.entries.forget(
      tx,
      entryIds.filter((id) => !linked.has(id)),
    );
  }
}
