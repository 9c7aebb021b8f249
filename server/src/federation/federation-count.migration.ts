import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../platform/database/columns';
import { createTable } from '../platform/database/table';
import { type CountedRows, federationsCounted } from './counts-of-branches';
import { countAfresh, findIdsAfter } from './federation-count.repository';

const { day, id, integer, key, str } = column;

/** Counts with what was there before. */
export class FederationCount1000000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'federation_count', {
      federation_id: key(id()),
      what: key(str(12)),
      kind: key(str(40)),
      sector: key(str(20)),
      from_day: key(day()),
      n: integer(),
    });
    await countExisting(runner, federationsCounted);
  }

  down(runner: QueryRunner): Promise<void> {
    return runner.dropTable('federation_count');
  }
}

const batchFederations = 200;

/** For what a module had before it was counted. */
export async function countExisting(runner: QueryRunner, rows: CountedRows): Promise<void> {
  let ids: string[] = [''];
  while (ids.length > 0) {
    ids = await findIdsAfter(runner, ids.at(-1)!, batchFederations);
    if (ids.length === 0) return;
    for (const { federationId, what, kind, sector, fromDay, n } of await countAfresh(
      runner,
      rows,
      ids,
    ))
      await runner.query(
        `INSERT INTO federation_count (federation_id, what, kind, sector, from_day, n) VALUES (?, ?, ?, ?, ?, ?)`,
        [federationId, what, kind, sector, fromDay, n],
      );
  }
}
