import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

export class CreateAudit1000000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'audit_entry',
      {
        id: column.key(column.id()),
        at: column.at(),
        account_id: column.nullable(column.id()),
        action: column.str(60),
        subject_type: column.str(40),
        subject_id: column.id(),
        result: column.str(60),
      },
      [{ name: 'audit_entry_subject', columns: ['subject_type', 'subject_id', 'at'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_entry');
  }
}
