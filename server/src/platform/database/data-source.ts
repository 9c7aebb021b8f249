import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPool, type Pool, type PoolOptions } from 'mysql2';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { Config } from '../config';
import { SnakeNaming } from './naming';
import { SqliteAdapter } from './sqlite-adapter';
import { gateSqlite } from './sqlite-gate';

type Classes = MixedList<() => unknown>;
export type EntityClass = new () => object;
export type MigrationClass = new () => object;

const sqliteFile = (config: Pick<Config, 'dataDir'>): string =>
  join(config.dataDir, 'niangjia.sqlite');

function durable(database: SqliteAdapter): void {
  database.pragma('journal_mode = WAL');
  // FULL: an answer leaves only after the write is on the disk.
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
}

/** Said once a connection, not before each transaction: that would be one more way there and back. */
function readingCommitted(given: PoolOptions): Pool {
  const pool = createPool(given);
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (fault) => {
      if (fault) connection.destroy();
    });
  });
  return pool;
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
    };
  }
  return {
    ...common,
    type: 'mysql',
    driver: { createPool: readingCommitted },
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
