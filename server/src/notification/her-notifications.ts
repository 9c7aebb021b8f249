import { rfc3339 } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HerRecords } from '../account';
import { deleteAllHers, findAllHers } from './notification.repository';

const fields = {
  内容: '发给您的消息',
  时间: '什么时候发的',
  看过的时间: '记着哪些还没看；没看过就是空的',
};

/** What is kept of her inbox, and how it goes with her account. */
@Injectable()
export class HerNotifications implements OnModuleInit {
  constructor(private readonly records: HerRecords) {}

  onModuleInit(): void {
    this.records.register({
      name: '消息',
      fields,
      herData: async (db, accountId) =>
        (await findAllHers(db, accountId)).map(({ text, createdAt, readAt }) => ({
          内容: text,
          时间: rfc3339(createdAt),
          看过的时间: readAt === null ? '' : rfc3339(readAt),
        })),
      forgetHer: async (tx, accountId) => void (await deleteAllHers(tx, accountId)),
    });
  }
}
