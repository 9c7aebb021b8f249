import { Column, Entity } from 'typeorm';
import type { DeadlineRuleCode, WhyNoDeadline } from '@niangjia/shared';
import { column } from '../platform/database/columns';

/** One clock of one subject. The due day is written once: reopening a ticket does not move it. */
@Entity('deadline')
export class DeadlineRow {
  @Column(column.key(column.id()))
  subjectId!: string;

  @Column(column.key(column.str(30)))
  rule!: DeadlineRuleCode;

  @Column(column.nullable(column.day()))
  dueDay!: string | null;

  @Column(column.nullable(column.str(40)))
  whyNot!: WhyNoDeadline | null;

  @Column(column.nullable(column.day()))
  metOn!: string | null;
}
