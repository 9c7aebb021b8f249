import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'case_ticket_desk';

/** When something last came to a desk is the end of a range, not a scan. */
export class CaseTicketByDesk1000000001250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['federation_id', 'received_at'];
    await runner.createIndex('case_ticket', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('case_ticket', name);
  }
}
