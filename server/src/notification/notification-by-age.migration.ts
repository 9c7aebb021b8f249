import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const name = 'notification_age';

export class NotificationByAge1000000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('notification', new TableIndex({ name, columnNames: ['created_at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('notification', name);
  }
}
