import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'deadline_due';

export class DeadlineDue1000000000620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['rule', 'due_day', 'subject_id'];
    await runner.createIndex('deadline', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('deadline', name);
  }
}
