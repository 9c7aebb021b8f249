import type { BookingState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { sealedColumn } from '../platform/crypto/sealed-column';
import { column } from '../platform/database/columns';

export const bookingRemark = sealedColumn('booking', 'remark');
export const bookingShared = sealedColumn('booking', 'shared');
export const bookingDeclaresCare = sealedColumn('booking', 'declares_care');

@Entity('booking')
@Index('booking_live', ['liveKey'], { unique: true })
@Index('booking_shift', ['shiftId', 'id'])
@Index('booking_account', ['accountId', 'bookedAt', 'id'])
export class BookingRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  shiftId!: string;

  @Column(column.id())
  accountId!: string;

  @Column(column.str(20))
  state!: BookingState;

  /** Shift and account while it is live, null once cancelled: one live booking each. */
  @Column(column.nullable(column.str(53)))
  liveKey!: string | null;

  /** Sealed. */
  @Column(column.nullable(column.text()))
  remark!: string | null;

  /** Name and phone, sealed together; null when she did not agree. */
  @Column(column.nullable(column.text()))
  shared!: string | null;

  /** Sealed, and of one length whatever she said. */
  @Column(column.nullable(column.str(80)))
  declaresCare!: string | null;

  /** Why the shift or the post ended; null when it did not, and when she cancelled it herself. */
  @Column(column.nullable(column.str(200)))
  cancelReason!: string | null;

  @Column(column.at())
  bookedAt!: number;
}

export const liveKeyOf = (shiftId: string, accountId: string): string => `${shiftId}.${accountId}`;
