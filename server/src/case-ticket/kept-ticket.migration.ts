import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { id, key, str } = column;

const kept = {
  id: key(id()),
  account_mark: str(43),
  ticket_mark: str(43),
  sealed_ticket: str(400),
};

export class CreateKeptTicket1000000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'kept_ticket', kept, [
      { name: 'kept_ticket_whose', columns: ['account_mark', 'ticket_mark'], unique: true },
      { name: 'kept_ticket_ticket', columns: ['ticket_mark'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('kept_ticket');
  }
}
