import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const accountName = sealedColumn('account', 'name');

@Entity('account')
@Index('account_demonstration', ['demonstrationId'], { unique: true })
export class AccountRow {
  @Column(column.key(column.id()))
  id!: string;

  /** Sealed. */
  @Column(column.str(400))
  name!: string;

  @Column(column.bool())
  isInvented!: boolean;

  @Column(column.at())
  createdAt!: number;

  /** By which a demonstration signs her in; null for every real person. */
  @Column(column.nullable(column.str(40)))
  demonstrationId!: string | null;

  /** 长辈版 on or off; null until she says. */
  @Column(column.nullable(column.bool()))
  elder!: boolean | null;
}
