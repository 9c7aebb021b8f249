import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** The table, the column, the index is there. */
const alreadyThere = [1050, 1060, 1061];

const isThere = (fault: unknown): boolean =>
  alreadyThere.includes((fault as { driverError?: { errno?: number } }).driverError?.errno ?? 0);

const inserts = /^\s*INSERT INTO\s+([^\s(]+)\s*\(\s*([^\s,)]+)/i;

/** The same insert, which leaves a row alone that is there by its key. */
function once(sql: string): string {
  const [, table, column] = inserts.exec(sql) ?? [];
  if (table === undefined) return sql;
  return `${sql} ON DUPLICATE KEY UPDATE ${table}.${column} = ${table}.${column}`;
}

/**
 * MySQL commits each statement that changes a table by itself. A migration that was killed half way is run
 * again from its beginning: what it has made is there and stays. A migration's names are nobody else's.
 */
function goOn(runner: QueryRunner): void {
  const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
  const again = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
    try {
      return await query(once(sql), ...rest);
    } catch (fault) {
      if (isThere(fault)) return [];
      throw fault;
    }
  };
  runner.query = again as QueryRunner['query'];
}

/** Brings the tables up to date, also where an earlier try was killed at whatever statement. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  if (dataSource.options.type === 'mysql') goOn(runner);
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'each';
  try {
    await executor.executePendingMigrations();
  } finally {
    await runner.release();
  }
}
