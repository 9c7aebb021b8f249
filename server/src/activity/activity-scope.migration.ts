import type { MigrationInterface, QueryRunner } from 'typeorm';
import { idsOf } from '../federation';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';

const { at, id, key } = column;
const scope = { activity_id: key(id()), ancestor_id: key(id()), starts_at: at() };
const batchRows = 500;

interface Placed {
  id: string;
  federation_path: string;
  starts_at: string | number;
}

export class ActivityScope1000000000830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'activity_scope', scope, [
      { name: 'activity_scope_branch', columns: ['ancestor_id', 'starts_at', 'activity_id'] },
    ]);
    for (let last: string | undefined = ''; last !== undefined;)
      last = await this.fillAfter(runner, last);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('activity_scope');
  }

  /** Answers the last of the batch; undefined when there was none. */
  private async fillAfter(runner: QueryRunner, last: string): Promise<string | undefined> {
    const activities = (await runner.query(
      `SELECT id, federation_path, starts_at FROM activity WHERE id > ? ORDER BY id LIMIT ${batchRows}`,
      [last],
    )) as Placed[];
    const rows = activities.flatMap((activity) =>
      idsOf(activity.federation_path).map((at) => [activity.id, at, activity.starts_at]),
    );
    if (rows.length === 0) return undefined;
    await runner.query(
      `INSERT INTO activity_scope (activity_id, ancestor_id, starts_at)
        VALUES ${rows.map(() => '(?, ?, ?)').join()}`,
      rows.flat(),
    );
    return activities.at(-1)?.id;
  }
}
