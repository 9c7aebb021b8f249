import { Column, Entity } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const keyInUse = sealedColumn('second_factor', 'secret');
export const keyToConfirm = sealedColumn('second_factor', 'next_secret');

/** From which she and the service reckon the same six digits (RFC 6238). */
@Entity('second_factor')
export class SecondFactorRow {
  /** Her account's. */
  @Column(column.key(column.id()))
  id!: string;

  /** Sealed; null until digits made from it came back. */
  @Column(column.nullable(column.str(400)))
  secret!: string | null;

  /** Sealed; one that was shown and waits for its digits. */
  @Column(column.nullable(column.str(400)))
  nextSecret!: string | null;

  @Column(column.nullable(column.at()))
  setUpAt!: number | null;

  /** Half minutes since 1970; digits of this one or an earlier one are used. */
  @Column(column.large())
  lastStep!: number;

  /** One after the other, since the last right digits. */
  @Column(column.integer())
  failures!: number;

  /** Until then no digits are looked at. */
  @Column(column.at())
  waitUntil!: number;
}
