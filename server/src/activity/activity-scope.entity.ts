import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/**
 * One row for the activity's federation and for each above it, so that the list of a branch is one range of
 * an index however large the branch is.
 */
@Entity('activity_scope')
@Index('activity_scope_branch', ['ancestorId', 'startsAt', 'activityId'])
export class ActivityScopeRow {
  @Column(column.key(column.id()))
  activityId!: string;

  @Column(column.key(column.id()))
  ancestorId!: string;

  /** As the activity has it. */
  @Column(column.at())
  startsAt!: number;
}
