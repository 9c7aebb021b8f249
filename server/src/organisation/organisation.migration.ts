import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, bool, day, id, integer, key, nullable, str } = column;

const enterprise = {
  id: key(id()),
  federation_id: id(),
  federation_path: str(280),
  name: str(80),
  has_party_organisation: bool(),
  female_staff: integer(),
  as_of: day(),
  is_key: bool(),
  version: integer(),
  updated_at: at(),
};

const invitation = {
  id: key(id()),
  federation_id: id(),
  kind: str(24),
  to_day: nullable(day()),
  code_mark: str(43),
  inviter_account_id: nullable(id()),
  expires_at: at(),
};

export class CreateOrganisation1000000001240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'enterprise', enterprise, [
      { name: 'enterprise_federation', columns: ['federation_path', 'id'] },
      { name: 'enterprise_key', columns: ['is_key', 'federation_path', 'id'] },
    ]);
    await createTable(runner, 'post_invitation', invitation, [
      { name: 'post_invitation_code', columns: ['code_mark'], unique: true },
      { name: 'post_invitation_federation', columns: ['federation_id', 'id'] },
      { name: 'post_invitation_expires', columns: ['expires_at'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post_invitation', 'enterprise']) await runner.dropTable(table);
  }
}
