import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'womens_home_kind_path';

/** Homes behind a number are the range of a branch, in its order. */
export class WomensHomeByKind1000000001445 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['confidential', 'kind', 'federation_path', 'id'];
    await runner.createIndex('womens_home', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('womens_home', name);
  }
}
