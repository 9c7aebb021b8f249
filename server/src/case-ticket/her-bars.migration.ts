import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

export class CaseTicketHerBars1000000001430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const byHer = tableColumn(runner, 'by_her', column.nullable(column.bool()));
    await runner.addColumn('case_ticket_bar', byHer);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_ticket_bar', 'by_her');
  }
}
