import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const indexes = {
  federation_kind_path: ['kind', 'path'],
  federation_kind_sector_path: ['kind', 'sector', 'path'],
};

/** Those behind a number are the range of a branch, however rare their kind is in it. */
export class FederationByKind1000000001440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columnNames] of Object.entries(indexes))
      await runner.createIndex('federation', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.dropIndex('federation', name);
  }
}
