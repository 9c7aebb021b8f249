import type { DataSource } from 'typeorm';

type Values = readonly (string | number)[];

interface MysqlPool {
  execute(sql: string, values: Values, done: (fault: Error | null, rows: unknown) => void): void;
}

/**
 * Rows of a hot read, prepared once a connection: on MySQL a third faster than sending the text each
 * time. The same SQL text must come again and again. Outside units of work only; throws what the driver throws.
 */
export function readPrepared<Row>(
  dataSource: DataSource,
  sql: string,
  values: Values,
): Promise<Row[]> {
  if (dataSource.options.type !== 'mysql') return dataSource.query<Row[]>(sql, [...values]);
  const { pool } = dataSource.driver as unknown as { pool: MysqlPool };
  return new Promise((resolve, reject) => {
    pool.execute(sql, values, (fault, rows) => (fault ? reject(fault) : resolve(rows as Row[])));
  });
}
