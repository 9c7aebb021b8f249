import {
  dayOf,
  type MeDeleted,
  type MyData,
  rfc3339,
  staysAfterHerAccount,
  staysOfHerOffice,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { findPostsOf } from './account.repository';
import { Accounts } from './account.service';
import { HerRecords } from './her-records';
import type { PostRow } from './post.entity';

/** Takes her data with her, and goes. */
@Injectable()
export class Leaving {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly records: HerRecords,
  ) {}

  /** 个人信息保护法 art. 45: a copy of what is kept of her. */
  async dataOf(accountId: string): Promise<MyData> {
    const parts = await this.records.fileOf(this.unitOfWork.reader, accountId);
    return { madeAt: rfc3339(this.clock.now()), parts };
  }

  /** 个人信息保护法 art. 47. Refuses with `holds_post` while she has an office. */
  async leave(accountId: string): Promise<MeDeleted> {
    const posts = await this.unitOfWork.run(async (tx) => {
      await this.accounts.holdFor(tx, accountId);
      const held = await findPostsOf(tx, accountId);
      if (held.some((post) => this.isHeld(post))) throw new Refusal('holds_post');
      await this.records.forget(tx, accountId);
      return held;
    });

    await this.unitOfWork.eraseTraces();
    return {
      deleted: true,
      kept:
        posts.length > 0 ? [...staysAfterHerAccount, staysOfHerOffice] : [...staysAfterHerAccount],
    };
  }

  private isHeld({ toDay }: PostRow): boolean {
    return toDay === null || toDay >= dayOf(this.clock.now());
  }
}
