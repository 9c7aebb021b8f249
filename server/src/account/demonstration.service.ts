import {
  type Account,
  type DemonstrationPerson,
  federationLevels,
  postKindLabels,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { findByDemonstration, findDemonstrationPeople } from './account.repository';
import { Accounts } from './account.service';

/** The invented people and how one becomes one of them. */
@Injectable()
export class DemonstrationPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  /** From the top of the tree down; those without a post last. */
  async list(): Promise<DemonstrationPerson[]> {
    const { reader } = this.unitOfWork;
    const rows = await findDemonstrationPeople(reader);
    const accounts = await this.accounts.show(reader, rows);
    return rows
      .map(({ demonstrationId }, at) => ({ id: demonstrationId ?? '', account: accounts[at]! }))
      .sort((a, b) => depthOf(a.account) - depthOf(b.account))
      .map(({ id, account }) => ({ id, name: account.displayName, role: roleOf(account) }));
  }

  async accountOf(db: EntityManager, demonstrationId: string): Promise<string> {
    const row = await findByDemonstration(db, demonstrationId);
    if (row === null) throw new Refusal('no_such_demonstration_person');
    return row.id;
  }
}

const depthOf = ({ posts: [first] }: Account): number =>
  first ? federationLevels.indexOf(first.federationLevel) : federationLevels.length;

const roleOf = ({ posts }: Account): string =>
  posts.map(({ federationName, kind }) => `${federationName} ${postKindLabels[kind]}`).join('、') ||
  '群众，没有任职';
