import type { Day, DeadlineRuleCode } from '@niangjia/shared';
import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/** A missed duty, on the desk of the federation above. Open until it is met, extended or given up. */
@Entity('deadline_escalation')
@Index('deadline_escalation_desk', ['federationId', 'open', 'dueDay', 'id'])
@Index('deadline_escalation_once', ['subjectId', 'rule', 'dueDay'], { unique: true })
export class DeadlineEscalationRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  federationId!: string;

  @Column(column.id())
  subjectId!: string;

  @Column(column.str(30))
  rule!: DeadlineRuleCode;

  @Column(column.day())
  dueDay!: Day;

  @Column(column.at())
  escalatedAt!: number;

  @Column(column.bool())
  open!: boolean;
}
