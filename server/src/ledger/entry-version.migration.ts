import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const version = column.nullable(column.integer());

export class LedgerEntryVersion1000000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('ledger_entry', tableColumn(runner, 'version', version));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('ledger_entry', 'version');
  }
}
