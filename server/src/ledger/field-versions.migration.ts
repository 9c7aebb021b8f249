import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const names = ['health_version', 'hardship_version', 'family_version', 'children_version'];
const version = column.nullable(column.integer());

export class LedgerFieldVersions1000000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of names)
      await runner.addColumn('ledger_entry', tableColumn(runner, name, version));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of names) await runner.dropColumn('ledger_entry', name);
  }
}
