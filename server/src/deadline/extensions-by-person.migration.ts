import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const indexes = {
  deadline_extension_asked: ['asked_by_account_id', 'asked_at', 'subject_id', 'rule'],
  deadline_extension_decided: ['decided_by_account_id', 'asked_at', 'subject_id', 'rule'],
};

export class ExtensionsByPerson1000000001415 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columnNames] of Object.entries(indexes))
      await runner.createIndex('deadline_extension', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(indexes)) await runner.dropIndex('deadline_extension', name);
  }
}
