import type { Division } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('division')
@Index('division_parent', ['parentCode', 'code'])
export class DivisionRow {
  @Column(column.key(column.str(12)))
  code!: string;

  @Column(column.str(60))
  name!: string;

  @Column(column.str(12))
  level!: Division['level'];

  @Column(column.nullable(column.str(12)))
  parentCode!: string | null;

  /** GCJ-02, its centre; unknown for villages. */
  @Column(column.nullable(column.degrees()))
  lng!: number | null;

  @Column(column.nullable(column.degrees()))
  lat!: number | null;
}
