import type { Day, DeadlineRuleCode, Told, WhyNoDeadline } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** One clock of one subject. Reopening a ticket does not move its day; only an approved extension does. */
@Entity('deadline')
@Index('deadline_look', ['lookAt', 'subjectId', 'rule'])
@Index('deadline_due', ['rule', 'dueDay', 'subjectId'])
export class DeadlineRow {
  @Column(column.key(column.id()))
  subjectId!: string;

  @Column(column.key(column.str(30)))
  rule!: DeadlineRuleCode;

  /** To the minute; null of a clock from before this was kept that does not run. */
  @Column(column.nullable(column.at()))
  startedAt!: number | null;

  /** Said by whoever started it, where no law names the days. */
  @Column(column.nullable(column.integer()))
  ownDays!: number | null;

  @Column(column.nullable(column.day()))
  dueDay!: Day | null;

  /** Of a clock that counts hours. */
  @Column(column.nullable(column.at()))
  dueAt!: number | null;

  @Column(column.nullable(column.str(40)))
  whyNot!: WhyNoDeadline | null;

  @Column(column.nullable(column.day()))
  metOn!: Day | null;

  /** The last of what staff were told. */
  @Column(column.nullable(column.str(10)))
  told!: Exclude<Told, 'nothing'> | null;

  /** When it is to be looked at next; null once nothing more is to be told. */
  @Column(column.nullable(column.at()))
  lookAt!: number | null;
}
