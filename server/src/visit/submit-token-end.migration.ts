import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const signedOutAt = column.nullable(column.at());

export class SubmitTokenEnd1000000001110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('submit_token', tableColumn(runner, 'signed_out_at', signedOutAt));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('submit_token', 'signed_out_at');
  }
}
