import { postKindLabels, rfc3339 } from '@niangjia/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Federations } from '../federation';
import { Cipher } from '../platform/crypto/cipher';
import { accountName } from './account.entity';
import { deleteAccount, findAccount, findPostsOf } from './account.repository';
import { Accounts } from './account.service';
import { HerRecords } from './her-records';
import { beginOf } from './one-time-digits';
import { deleteSecondFactor, findSecondFactor } from './second-factor.repository';
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
const secondFactorFields = {
  设好时间: '两步验证设好的时间；没有设好就是空的。密钥不在这里，拿到它的人就能替您验证',
  最近验证: '最近一次填对数字的时间，到半分钟；一个数字只能用一次',
  连着填错: '连着填错了几次；错得多了要等',
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
    private readonly accounts: Accounts,
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
      name: '两步验证',
      fields: secondFactorFields,
      herData: (db, accountId) => this.secondFactor(db, accountId),
      forgetHer: async (tx, accountId) => void (await deleteSecondFactor(tx, accountId)),
    });
    this.records.register({
      name: '任职',
      fields: postFields,
      herData: (db, accountId) => this.posts(db, accountId),
      forgetHer: (tx, accountId) => this.accounts.postsEnded(tx, accountId),
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

  private async secondFactor(db: EntityManager, accountId: string) {
    const row = await findSecondFactor(db, accountId);
    if (row === null) return [];
    return [
      {
        设好时间: row.setUpAt === null ? '' : rfc3339(row.setUpAt),
        最近验证: row.lastStep === 0 ? '' : rfc3339(beginOf(row.lastStep)),
        连着填错: String(row.failures),
      },
    ];
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
