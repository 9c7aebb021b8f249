import type { FieldFact } from '@niangjia/shared';
import { Column, Entity } from 'typeorm';
import { column } from '../platform/database/columns';

/** That a fact was stored: its id counts once, whichever phone sends it again. */
@Entity('field_fact')
export class FieldFactRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  accountId!: string;

  @Column(column.str(20))
  type!: FieldFact['type'];

  /** Keyed hash of who sent it and every word of it. */
  @Column(column.str(43))
  contentMark!: string;

  @Column(column.at())
  receivedAt!: number;
}
