import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'case_ticket_assignee';

/** What somebody has is found when she goes. */
export class CaseTicketByAssignee1000000001510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['assignee_account_id'];
    await runner.createIndex('case_ticket', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('case_ticket', name);
  }
}
