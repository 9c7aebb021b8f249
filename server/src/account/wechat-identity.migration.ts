import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { id, key, str } = column;

export class CreateWeChatIdentity1000000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = { id: key(id()), openid: str(400), openid_index: str(43) };
    await createTable(runner, 'wechat_identity', columns, [
      { name: 'wechat_identity_openid', columns: ['openid_index'], unique: true },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wechat_identity');
  }
}
