import type { Day } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** What staff know of an enterprise below their federation. */
@Entity('enterprise')
@Index('enterprise_federation', ['federationPath', 'id'])
@Index('enterprise_key', ['isKey', 'federationPath', 'id'])
export class EnterpriseRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.str(280))
  federationPath!: string;

  @Column(column.str(80))
  name!: string;

  @Column(column.bool())
  hasPartyOrganisation!: boolean;

  @Column(column.integer())
  femaleStaff!: number;

  @Column(column.day())
  asOf!: Day;

  /** By the rule, from the two before it. */
  @Column(column.bool())
  isKey!: boolean;

  @Column(column.integer())
  version!: number;

  @Column(column.at())
  updatedAt!: number;
}
