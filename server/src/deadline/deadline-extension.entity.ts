import type { Day, DeadlineRuleCode, ExtensionState } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** One row at most for each clock, so that it is extended once. Its reason is in the ticket's timeline. */
@Entity('deadline_extension')
@Index('deadline_extension_asked', ['askedByAccountId', 'askedAt', 'subjectId', 'rule'])
@Index('deadline_extension_decided', ['decidedByAccountId', 'askedAt', 'subjectId', 'rule'])
export class DeadlineExtensionRow {
  @Column(column.key(column.id()))
  subjectId!: string;

  @Column(column.key(column.str(30)))
  rule!: DeadlineRuleCode;

  @Column(column.str(10))
  state!: ExtensionState;

  @Column(column.integer())
  days!: number;

  @Column(column.day())
  originalDueDay!: Day;

  @Column(column.id())
  askedByAccountId!: string;

  @Column(column.at())
  askedAt!: number;

  @Column(column.nullable(column.id()))
  decidedByAccountId!: string | null;

  @Column(column.nullable(column.at()))
  decidedAt!: number | null;
}
