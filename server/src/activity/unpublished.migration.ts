import type { MigrationInterface, QueryRunner } from 'typeorm';

const audited = (action: string): string => `EXISTS (SELECT 1 FROM audit_entry e
  WHERE e.subject_type = 'activity' AND e.subject_id = activity.id AND e.action = '${action}')`;

/** A draft could once be cancelled and was then shown to everybody: such a one is a draft again. */
export class HideUnpublished1000000000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE activity SET state = 'draft', cancel_reason = NULL
      WHERE state = 'cancelled' AND queued = 0
        AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.activity_id = activity.id)
        AND ${audited('activity.create')} AND NOT ${audited('activity.published')}`);
  }

  async down(): Promise<void> {}
}
