import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('shift')
@Index('shift_job', ['jobId', 'cancelled', 'startsAt', 'id'])
export class ShiftRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  jobId!: string;

  @Column(column.at())
  startsAt!: number;

  @Column(column.at())
  endsAt!: number;

  /** The minute of its day at which it ends, 1440 for midnight. */
  @Column(column.integer())
  endsMinute!: number;

  @Column(column.integer())
  places!: number;

  /** How many bookings of it are live; never more than `places`. */
  @Column(column.integer())
  taken!: number;

  @Column(column.bool())
  cancelled!: boolean;
}
