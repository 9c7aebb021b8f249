import { postKindLabels, rfc3339 } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Federations } from '../federation';
import { Cipher } from '../platform/crypto/cipher';
import { accountName } from './account.entity';
import { deleteAccount, findAccount, findPostsOf } from './account.repository';
import { HerRecords } from './her-records';
import { findSessionsOf } from './session.repository';
import { Sessions } from './session.service';
import { wechatOpenid } from './wechat-identity.entity';
import { deleteIdentity, findIdentityOf } from './wechat-identity.repository';

const accountFields = {
  编号: '系统里代表您的一串字母和数字',
  名字: '页面上显示的名字',
  微信标识: '微信给这个小程序的您的代号，只用来认出是您；没有用微信登录就是空的',
  建立时间: '第一次登录的时间',
  长辈版: '字大、步骤少的版本开没开；没有选过就是空的',
};
const sessionFields = {
  登录时间: '在一部手机上登录的时间',
  最近使用: '到分钟；用来让长时间不用的登录自动退出',
  退出时间: '退出以后一个小时内删掉；没有退出就是空的',
};
const postFields = {
  组织: '任职的妇联组织',
  职务: '在那里做什么',
  开始: '任职的第一天',
  结束: '任职的最后一天；还在任就是空的',
};

/** What this folder itself keeps of her. */
@Injectable()
export class AccountRecords implements OnModuleInit {
  constructor(
    private readonly records: HerRecords,
    private readonly cipher: Cipher,
    private readonly sessions: Sessions,
    private readonly federations: Federations,
  ) {}

  onModuleInit(): void {
    this.records.register({
      name: '账号',
      fields: accountFields,
      herData: (db, accountId) => this.account(db, accountId),
      forgetHer: async (tx, accountId) => {
        await deleteIdentity(tx, accountId);
        await deleteAccount(tx, accountId);
      },
    });
    this.records.register({
      name: '登录',
      fields: sessionFields,
      herData: (db, accountId) => this.sessionsOf(db, accountId),
      forgetHer: (tx, accountId) => this.sessions.forget(tx, accountId),
    });
    this.records.register({
      name: '任职',
      fields: postFields,
      herData: (db, accountId) => this.posts(db, accountId),
      forgetHer: async () => undefined,
    });
  }

  private async account(db: EntityManager, accountId: string) {
    const [row, identity] = [await findAccount(db, accountId), await findIdentityOf(db, accountId)];
    if (!row) return [];
    return [
      {
        编号: row.id,
        名字: this.cipher.open(accountName, row.id, row.name),
        微信标识: identity ? this.cipher.open(wechatOpenid, identity.id, identity.openid) : '',
        建立时间: rfc3339(row.createdAt),
        长辈版: row.elder === null ? '' : row.elder ? '开' : '关',
      },
    ];
  }

  private async sessionsOf(db: EntityManager, accountId: string) {
    const rows = await findSessionsOf(db, accountId);
    return rows.map(({ createdAt, lastSeenAt, endedAt }) => ({
      登录时间: rfc3339(createdAt),
      最近使用: rfc3339(lastSeenAt),
      退出时间: endedAt === null ? '' : rfc3339(endedAt),
    }));
  }

  private async posts(db: EntityManager, accountId: string) {
    const posts = await findPostsOf(db, accountId);
    const ids = posts.map(({ federationId }) => federationId);
    const federations = await this.federations.rowsOf(db, ids);
    const names = new Map(federations.map(({ id, name }) => [id, name]));
    return posts.map(({ federationId, kind, fromDay, toDay }) => ({
      组织: names.get(federationId) ?? '',
      职务: postKindLabels[kind],
      开始: fromDay,
      结束: toDay ?? '',
    }));
  }
}
