import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cipher } from '../platform/crypto/cipher';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { Accounts } from './account.service';
import { wechatOpenid } from './wechat-identity.entity';
import { addIdentity, findIdentity } from './wechat-identity.repository';

/** WeChat tells no name, and nobody has to give one. */
const nameless = '微信用户';

/** Whom WeChat knows, and which account is hers. */
@Injectable()
export class WeChatPeople {
  constructor(
    private readonly cipher: Cipher,
    private readonly accounts: Accounts,
  ) {}

  /** Her account's id; the first time it is made. */
  async accountOf(tx: EntityManager, openid: string): Promise<string> {
    const openidIndex = this.cipher.blindIndex(wechatOpenid, openid);
    const known = await findIdentity(tx, openidIndex);
    if (known) return known.id;

    const id = newId();
    const row = { id, openid: this.cipher.seal(wechatOpenid, id, openid), openidIndex };
    if (!(await addIdentity(tx, row))) return this.madeMeanwhile(tx, openidIndex);
    await this.accounts.add(tx, [{ id, name: nameless, isInvented: false }]);
    return id;
  }

  private async madeMeanwhile(tx: EntityManager, openidIndex: string): Promise<string> {
    const known = await findIdentity(tx, openidIndex);
    // And deleted again between the two looks.
    if (!known) throw new Refusal('busy', { retryAfterSeconds: 1 });
    return known.id;
  }
}
