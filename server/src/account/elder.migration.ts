import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const elder = column.nullable(column.bool());

export class AccountElder1000000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('account', tableColumn(runner, 'elder', elder));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('account', 'elder');
  }
}
