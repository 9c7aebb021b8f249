import type { PoolConnection } from 'mysql2';
import type { DataSource, EntityMetadata } from 'typeorm';
import { SqliteAdapter } from '../database/sqlite-adapter';

const mostAtOnce = 500;

type Row = Record<string, unknown>;

/** A row of a table, its values in the order of the columns. */
export interface TableRow {
  table: string;
  values: unknown[];
}

export const columnsOf = ({ columns }: EntityMetadata): string[] =>
  columns.map(({ databaseName }) => databaseName);

const listed = ({ driver }: DataSource, entity: EntityMetadata): string =>
  columnsOf(entity)
    .map((name) => driver.escape(name))
    .join(', ');

/** Every row of every table as it was at one moment, whoever writes meanwhile. */
export async function* snapshot(dataSource: DataSource): AsyncGenerator<TableRow> {
  const rows = dataSource.options.type === 'mysql' ? ofMysql(dataSource) : ofSqlite(dataSource);
  for await (const { entity, row } of rows)
    yield { table: entity.tableName, values: columnsOf(entity).map((name) => row[name]) };
}

type Found = AsyncGenerator<{ entity: EntityMetadata; row: Row }>;

async function* ofMysql(dataSource: DataSource): Found {
  const runner = dataSource.createQueryRunner();
  const connection = (await runner.connect()) as PoolConnection;
  let isWhole = false;
  try {
    await runner.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    for (const entity of dataSource.entityMetadatas) {
      const table = dataSource.driver.escape(entity.tableName);
      const stream = await runner.stream(`SELECT ${listed(dataSource, entity)} FROM ${table}`);
      for await (const row of stream as AsyncIterable<Row>) yield { entity, row };
    }
    await runner.query('ROLLBACK');
    isWhole = true;
  } finally {
    // Half read it would answer nobody any more.
    if (isWhole) await runner.release();
    else connection.destroy();
  }
}

async function* ofSqlite(dataSource: DataSource): Found {
  const reader = new SqliteAdapter(String(dataSource.options.database), { readonly: true });
  reader.exec('BEGIN');
  try {
    for (const entity of dataSource.entityMetadatas) {
      const table = dataSource.driver.escape(entity.tableName);
      const next = reader.prepare(
        `SELECT rowid AS row_place, ${listed(dataSource, entity)} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${mostAtOnce}`,
      );
      let rows: Row[] = [];
      do {
        rows = next.all(Number(rows.at(-1)?.row_place ?? -1)) as Row[];
        for (const row of rows) yield { entity, row };
      } while (rows.length === mostAtOnce);
    }
  } finally {
    reader.exec('ROLLBACK');
    reader.close();
  }
}
