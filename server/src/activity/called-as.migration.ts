import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, tableColumn } from '../platform/database/columns';

const calledAs = column.nullable(column.str(400));

export class RegistrationCalledAs1000000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('registration', tableColumn(runner, 'called_as', calledAs));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('registration', 'called_as');
  }
}
