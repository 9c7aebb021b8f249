import { registrationStateLabels } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HerRecords } from '../account';
import { Cipher } from '../platform/crypto/cipher';
import { deleteCancelled, findAllHers } from './registration.repository';
import { registrationCalledAs } from './registration.entity';
import { Registrations } from './registration.service';

const fields = {
  活动: '您报名的活动',
  开始时间: '活动开始的时间',
  人数: '一起来几个人，留座位用',
  称呼: '您想让办活动的人怎么称呼您；没写、取消了或活动过去久了就是空的',
  状态: '已报名、候补中或已取消',
  报名时间: '候补时按先后排',
};

/** What is kept of her registrations, and how it goes with her account. */
@Injectable()
export class HerRegistrations implements OnModuleInit {
  constructor(
    private readonly records: HerRecords,
    private readonly registrations: Registrations,
    private readonly cipher: Cipher,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '活动报名',
      fields,
      herData: (db, accountId) => this.data(db, accountId),
      forgetHer: (tx, accountId) => this.forget(tx, accountId),
    });
  }

  private async data(db: EntityManager, accountId: string) {
    const rows = await findAllHers(db, accountId);
    const shown = await this.registrations.show(db, rows);
    return rows.map(({ id, calledAs }) => {
      const { activityTitle, startsAt, seats, state, registeredAt } = shown.get(id)!;
      return {
        活动: activityTitle,
        开始时间: startsAt,
        人数: String(seats),
        称呼: calledAs ? this.cipher.open(registrationCalledAs, id, calledAs) : '',
        状态: registrationStateLabels[state],
        报名时间: registeredAt,
      };
    });
  }

  private async forget(tx: EntityManager, accountId: string): Promise<void> {
    const live = (await findAllHers(tx, accountId)).filter(({ state }) => state !== 'cancelled');
    // In one order of activities, so that two such deletions wait for each other.
    live.sort((a, b) => a.activityId.localeCompare(b.activityId));
    for (const { id } of live) await this.registrations.giveUp(tx, accountId, id);
    await deleteCancelled(tx, accountId);
  }
}
