import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

export class CaseTicketFromVisit1000000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const visitId = tableColumn(runner, 'visit_id', column.nullable(column.id()));
    await runner.addColumn('case_ticket', visitId);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_ticket', 'visit_id');
  }
}
