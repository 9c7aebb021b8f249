import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'mysql2';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { Config } from '../config';
import { giveUpLong, makePool } from './mysql-pool';
import { SnakeNaming } from './naming';
import { SqliteAdapter } from './sqlite-adapter';
import { gateSqlite } from './sqlite-gate';

type Classes = MixedList<() => unknown>;
export type EntityClass = new () => object;
export type MigrationClass = new () => object;

export const sqliteFile = (config: Pick<Config, 'dataDir'>): string =>
  join(config.dataDir, 'niangjia.sqlite');

function durable(database: SqliteAdapter): void {
  database.pragma('journal_mode = WAL');
  // FULL: an answer leaves only after the write is on the disk.
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
}

function options(
  config: Config,
  entities: EntityClass[],
  migrations: MigrationClass[],
): DataSourceOptions {
  const common = {
    entities: entities as unknown as Classes,
    migrations: migrations as unknown as Classes,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    logging: false as const,
  };
  if (!config.databaseUrl) {
    return {
      ...common,
      type: 'better-sqlite3',
      database: sqliteFile(config),
      driver: SqliteAdapter,
      prepareDatabase: durable,
      // While another process writes, nobody else is served.
      timeout: 1000,
    };
  }
  return {
    ...common,
    type: 'mysql',
    driver: { createPool: makePool },
    url: config.databaseUrl,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: config.poolSize,
    connectTimeout: 5000,
    extra: { queueLimit: 2000, enableKeepAlive: true },
  };
}

/** The one data source, not yet connected. SQLite without `databaseUrl`, MySQL or MariaDB with it. */
export function makeDataSource(
  config: Config,
  entities: EntityClass[],
  migrations: MigrationClass[],
): DataSource {
  if (!config.databaseUrl) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const dataSource = new DataSource(options(config, entities, migrations));
  if (!config.databaseUrl) gateSqlite(dataSource, sqliteFile(config));
  return dataSource;
}

/** After the migrations: who serves people waits for nothing without end. */
export function serveFrom({ driver, options: { type } }: DataSource): void {
  if (type === 'mysql') giveUpLong((driver as MysqlDriver).pool as Pool);
}
