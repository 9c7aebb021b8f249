import { existsSync, mkdirSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { Config } from '../config';
import { damaged, StartFault } from '../start-fault';
import { sqliteFile } from './data-source';
import { SqliteAdapter } from './sqlite-adapter';

type Where = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** A log of writes without its database: a new, empty one must not take its place. @throws StartFault */
export function checkThere({ dataDir, databaseUrl }: Where): void {
  const file = sqliteFile({ dataDir });
  if (databaseUrl || existsSync(file) || !existsSync(`${file}-wal`)) return;
  throw new StartFault(
    `${file} is gone, and the log of its writes is still there: put back the last backup (docs/runbook.md).`,
  );
}

/** SQLite's own check of its pages and rows; MySQL makes its own. @throws StartFault */
export async function checkWhole(dataSource: DataSource, { dataDir }: Where): Promise<void> {
  if (dataSource.options.type === 'mysql') return;
  const [row] = await dataSource.query<{ quick_check: string }[]>('PRAGMA quick_check(1)');
  if (row?.quick_check !== 'ok') throw new StartFault(damaged(dataDir));
}

/** Kept from being closed as rubbish. */
const held: SqliteAdapter[] = [];

/**
 * Holds the folder for this one server as long as it lives, however it ends: two on one SQLite file
 * would make each other wait, and limits and kept replies would be counted twice. @throws StartFault
 */
export function holdAlone({ dataDir, databaseUrl }: Where): void {
  if (databaseUrl) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new SqliteAdapter(`${sqliteFile({ dataDir })}.lock`, { timeout: 0 });
  lock.exec('BEGIN EXCLUSIVE');
  held.push(lock);
}
