import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { key, large, nullable, str } = column;

const added = { chain: nullable(str(10)), position: nullable(large()), seal: nullable(str(43)) };
const link = new TableIndex({
  name: 'audit_entry_link',
  columnNames: ['chain', 'position'],
  isUnique: true,
});

export class ChainAudit1000000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type] of Object.entries(added))
      await runner.addColumn('audit_entry', tableColumn(runner, name, type));
    await runner.createIndex('audit_entry', link);
    await createTable(runner, 'audit_chain', {
      name: key(str(10)),
      start_position: large(),
      start_seal: str(43),
      end_position: large(),
      end_seal: str(43),
      signature: str(43),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_chain');
    await runner.dropIndex('audit_entry', link);
    for (const name of Object.keys(added)) await runner.dropColumn('audit_entry', name);
  }
}
