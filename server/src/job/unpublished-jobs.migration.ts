import type { MigrationInterface, QueryRunner } from 'typeorm';

const moves = `(SELECT COUNT(*) FROM audit_entry e
  WHERE e.subject_type = 'job' AND e.subject_id = job.id AND e.action = 'job.move')`;

/** A draft could once be closed and was then shown to everybody: such a one, moved once, is a draft again. */
export class HideUnpublishedJobs1000000000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE job SET state = 'draft' WHERE state = 'closed' AND ${moves} = 1
      AND NOT EXISTS (SELECT 1 FROM shift s WHERE s.job_id = job.id)`);
  }

  async down(): Promise<void> {}
}
