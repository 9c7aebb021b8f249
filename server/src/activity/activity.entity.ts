import type { ActivityState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('activity')
@Index('activity_day', ['startsAt', 'id'])
@Index('activity_near', ['cell', 'lat', 'lng', 'state', 'startsAt', 'endsAt', 'id'])
@Index('activity_federation', ['federationPath', 'startsAt', 'id'])
export class ActivityRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  /** The tree path of its federation: what desk lists are scoped by. */
  @Column(column.str(280))
  federationPath!: string;

  @Column(column.str(40))
  title!: string;

  @Column(column.text())
  text!: string;

  @Column(column.str(100))
  place!: string;

  @Column(column.degrees())
  lng!: number;

  @Column(column.degrees())
  lat!: number;

  @Column(column.large())
  cell!: number;

  @Column(column.at())
  startsAt!: number;

  @Column(column.at())
  endsAt!: number;

  @Column(column.at())
  registrationClosesAt!: number;

  @Column(column.at())
  cancellableUntil!: number;

  @Column(column.integer())
  seats!: number;

  /** The sum of the seats of those registered; never more than `seats`. */
  @Column(column.integer())
  taken!: number;

  /** How many registrations wait. */
  @Column(column.integer())
  waiting!: number;

  /** The last queue number given out. */
  @Column(column.integer())
  queued!: number;

  @Column(column.str(20))
  state!: ActivityState;

  @Column(column.nullable(column.str(200)))
  cancelReason!: string | null;

  /** Of what staff write; registrations do not touch it. */
  @Column(column.integer())
  version!: number;

  @Column(column.at())
  updatedAt!: number;
}
