import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'audit_entry_account';

export class AuditByAccount1000000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['account_id', 'at', 'id'];
    await runner.createIndex('audit_entry', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_entry', name);
  }
}
