import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

@Entity('shift_pattern')
@Index('shift_pattern_job', ['jobId', 'position'])
export class ShiftPatternRow {
  @Column(column.key(column.id()))
  id!: string;

  @Column(column.id())
  jobId!: string;

  @Column(column.integer())
  position!: number;

  /** A digit a weekday, Monday is 1: `135`. */
  @Column(column.str(7))
  weekdays!: string;

  @Column(column.str(5))
  starts!: string;

  @Column(column.str(5))
  ends!: string;

  @Column(column.day())
  fromDay!: string;

  @Column(column.day())
  toDay!: string;

  @Column(column.integer())
  places!: number;
}
