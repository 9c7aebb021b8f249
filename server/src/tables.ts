import type { DataSource } from 'typeorm';
import type { Config } from './platform/config';
import { type EntityClass, makeDataSource, type MigrationClass } from './platform/database/data-source';
import { Idempotency1000000000100 } from './platform/database/migrations/1000000000100-idempotency';
import { Idempotency } from './platform/http/idempotency.entity';

/** Every table of every domain. */
export const entities: EntityClass[] = [Idempotency];

/** In the order of their numbers. */
export const migrations: MigrationClass[] = [Idempotency1000000000100];

/** Connects to the database and brings its tables up to date. */
export async function openDatabase(config: Config): Promise<DataSource> {
  const dataSource = makeDataSource(config, entities, migrations);
  await dataSource.initialize();
  await dataSource.runMigrations({ transaction: 'each' });
  return dataSource;
}
