import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

/** Whether staff saw the digits of her claim code. */
export class CaseTicketCodeSeen1000000001520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const seen = tableColumn(runner, 'code_seen_by_staff', column.nullable(column.bool()));
    await runner.addColumn('case_ticket', seen);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_ticket', 'code_seen_by_staff');
  }
}
