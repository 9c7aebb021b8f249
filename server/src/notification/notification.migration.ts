import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

export class CreateNotification1000000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'notification',
      {
        id: column.key(column.id()),
        account_id: column.id(),
        kind: column.str(40),
        about_id: column.id(),
        text: column.str(400),
        created_at: column.at(),
        read_at: column.nullable(column.at()),
      },
      [
        { name: 'notification_inbox', columns: ['account_id', 'created_at', 'id'] },
        { name: 'notification_unread', columns: ['account_id', 'read_at'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notification');
  }
}
