import type { EntityManager } from 'typeorm';

/** Below what SQLite takes as values of one statement, whatever the table. */
const batchRows = 200;

/** In a few statements of many rows. */
export async function insertAll<Row extends object>(
  tx: EntityManager,
  table: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchRows)
    await tx.insert(table, rows.slice(from, from + batchRows));
}
