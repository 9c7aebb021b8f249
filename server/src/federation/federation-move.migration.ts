import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, day, id, key, str } = column;

export class CreateFederationMove1000000001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'federation_move',
      {
        id: key(id()),
        federation_id: id(),
        from_parent_id: id(),
        to_parent_id: id(),
        moved_on: day(),
        reason: str(200),
        recorded_at: at(),
      },
      [{ name: 'federation_move_federation', columns: ['federation_id', 'moved_on', 'id'] }],
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return runner.dropTable('federation_move');
  }
}
