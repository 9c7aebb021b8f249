import type { Day } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** Where a federation lay before and since when it lies elsewhere. Rows are only ever added. */
@Entity('federation_move')
@Index('federation_move_federation', ['federationId', 'movedOn', 'id'])
export class FederationMoveRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.id())
  fromParentId!: string;

  @Column(column.id())
  toParentId!: string;

  @Column(column.day())
  movedOn!: Day;

  @Column(column.str(200))
  reason!: string;

  @Column(column.at())
  recordedAt!: number;
}
