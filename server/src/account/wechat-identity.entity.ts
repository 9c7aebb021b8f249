import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const wechatOpenid = sealedColumn('wechat_identity', 'openid');

/** By which WeChat knows her to this mini-program. */
@Entity('wechat_identity')
@Index('wechat_identity_openid', ['openidIndex'], { unique: true })
export class WeChatIdentityRow {
  /** Her account's. */
  @Column(column.key(column.id()))
  id!: string;

  /** Sealed. */
  @Column(column.str(400))
  openid!: string;

  /** One account for each person, however many phones sign in at once. */
  @Column(column.str(43))
  openidIndex!: string;
}
