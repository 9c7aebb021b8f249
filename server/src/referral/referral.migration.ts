import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, day, id, integer, key, nullable, str, text } = column;

const referral = {
  id: key(id()),
  ticket_id: id(),
  recipient: str(20),
  state: str(20),
  ground: str(20),
  sender_account_id: id(),
  sent_at: at(),
  answer_days: integer(),
  waits_until: nullable(day()),
  received_at: nullable(at()),
  settled_at: nullable(at()),
  sealed_slip: text(),
  sealed_outcome: nullable(text()),
};

export class CreateReferral1000000001310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'referral', referral, [
      { name: 'referral_ticket', columns: ['ticket_id', 'sent_at', 'id'] },
      { name: 'referral_waiting', columns: ['waits_until', 'id'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('referral');
  }
}
