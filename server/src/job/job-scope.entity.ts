import { Column, Entity, Index } from 'typeorm';
import { column } from '../platform/database/columns';

/**
 * One row for the post's federation and for each above it, so that the list of a branch is one range of an
 * index however large the branch is.
 */
@Entity('job_scope')
@Index('job_scope_branch', ['ancestorId', 'jobId'])
export class JobScopeRow {
  @Column(column.key(column.id()))
  jobId!: string;

  @Column(column.key(column.id()))
  ancestorId!: string;
}
