import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns';
import { createTable } from '../table';

export class Idempotency1000000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'idempotency',
      {
        id: column.key(column.str(43)),
        body_mark: column.str(43),
        sealed_reply: column.nullable(column.text()),
        expires_at: column.at(),
      },
      [{ name: 'idempotency_expires', columns: ['expires_at'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency');
  }
}
