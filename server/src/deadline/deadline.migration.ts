import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

export class CreateDeadline1000000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'deadline', {
      subject_id: column.key(column.id()),
      rule: column.key(column.str(30)),
      due_day: column.nullable(column.day()),
      why_not: column.nullable(column.str(40)),
      met_on: column.nullable(column.day()),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('deadline');
  }
}
