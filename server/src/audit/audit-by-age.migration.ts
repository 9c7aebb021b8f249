import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'audit_entry_age';

export class AuditByAge1000000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['subject_type', 'at'];
    await runner.createIndex('audit_entry', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', name);
  }
}
