import type { DataSource } from 'typeorm';

const isMariaDb = async (dataSource: DataSource): Promise<boolean> => {
  if (dataSource.options.type !== 'mysql') return false;
  const [row] = await dataSource.query<{ version: string }[]>('SELECT VERSION() AS version');
  return row?.version.includes('MariaDB') ?? false;
};

/** What TypeORM would change to make the tables what the entities say: nothing, or the tables lie. */
export async function driftOf(dataSource: DataSource): Promise<string[]> {
  const written = dataSource.options;
  // MariaDB spells the default of a nullable column 'NULL'; TypeORM knows that only by this name.
  if (await isMariaDb(dataSource)) dataSource.driver.options = { ...written, type: 'mariadb' };
  try {
    const changes = await dataSource.driver.createSchemaBuilder().log();
    return changes.upQueries.map(({ query }) => query);
  } finally {
    dataSource.driver.options = written;
  }
}
