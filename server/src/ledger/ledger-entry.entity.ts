import type { SensitiveField } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

const table = 'ledger_entry';
export const entryName = sealedColumn(table, 'name');
export const entryPhone = sealedColumn(table, 'phone');
export const entryAddress = sealedColumn(table, 'address');
export const entrySensitive: Record<SensitiveField, ReturnType<typeof sealedColumn>> = {
  health: sealedColumn(table, 'health'),
  hardship: sealedColumn(table, 'hardship'),
  family: sealedColumn(table, 'family'),
  children: sealedColumn(table, 'children'),
};

type FieldVersion = `${SensitiveField}Version`;
export type VersionName = FieldVersion | 'version';

export const versionOf = (field: SensitiveField): FieldVersion => `${field}Version`;

/** A woman of a grid. Every word is sealed; the marks are keyed hashes that only find equals in one grid. */
@Entity(table)
@Index('ledger_entry_grid', ['gridId', 'id'])
@Index('ledger_entry_name', ['nameMark'])
@Index('ledger_entry_phone', ['phoneMark'])
export class LedgerEntryRow
  implements Record<SensitiveField, string | null>, Record<FieldVersion, number | null>
{
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  gridId!: string;

  @Column(column.nullable(column.id()))
  householdId!: string | null;

  @Column(column.str(400))
  name!: string;

  @Column(column.nullable(column.str(200)))
  phone!: string | null;

  @Column(column.nullable(column.str(700)))
  address!: string | null;

  @Column(column.str(43))
  nameMark!: string;

  @Column(column.nullable(column.str(43)))
  phoneMark!: string | null;

  @Column(column.nullable(column.text()))
  health!: string | null;

  @Column(column.nullable(column.text()))
  hardship!: string | null;

  @Column(column.nullable(column.text()))
  family!: string | null;

  @Column(column.nullable(column.text()))
  children!: string | null;

  /** One more with each correction of the words; null before the first, as those of the fields. */
  @Column(column.nullable(column.integer()))
  version!: number | null;

  @Column(column.nullable(column.integer()))
  healthVersion!: number | null;

  @Column(column.nullable(column.integer()))
  hardshipVersion!: number | null;

  @Column(column.nullable(column.integer()))
  familyVersion!: number | null;

  @Column(column.nullable(column.integer()))
  childrenVersion!: number | null;

  @Column(column.at())
  writtenAt!: number;

  /** When her last link ended: from then on no list shows her. Null while somebody is linked to her. */
  @Column(column.nullable(column.at()))
  closedAt!: number | null;
}
