import type { PartnerRole } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('partner_unit')
@Index('partner_unit_federation', ['federationId', 'position'], { unique: true })
export class PartnerUnitRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  /** Its place in the order in which the units were named. */
  @Column(column.integer())
  position!: number;

  @Column(column.str(80))
  name!: string;

  @Column(column.str(12))
  role!: PartnerRole;
}
