import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, id, integer, key, large, nullable, str } = column;

export class CreateSecondFactor1000000001410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'second_factor', {
      id: key(id()),
      secret: nullable(str(400)),
      next_secret: nullable(str(400)),
      set_up_at: nullable(at()),
      last_step: large(),
      failures: integer(),
      wait_until: at(),
    });
    await runner.addColumn('session', tableColumn(runner, 'second_factor_at', nullable(at())));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('session', 'second_factor_at');
    await runner.dropTable('second_factor');
  }
}
