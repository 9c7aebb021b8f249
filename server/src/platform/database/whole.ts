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

type Settings = Record<'atCommit' | 'logsChanges' | 'syncsLog', number | string>;

/** What of MySQL's settings would lose an answered write at a power cut; each a line that says what to set. */
export function notDurable({ atCommit, logsChanges, syncsLog }: Settings): string[] {
  const lines: string[] = [];
  if (Number(atCommit) !== 1) lines.push('set innodb_flush_log_at_trx_commit = 1');
  if (Number(logsChanges) === 1 && Number(syncsLog) !== 1) lines.push('set sync_binlog = 1');
  return lines;
}

export async function whyNotDurable(dataSource: DataSource): Promise<string[]> {
  if (dataSource.options.type !== 'mysql') return [];
  const asked = `SELECT @@innodb_flush_log_at_trx_commit AS atCommit, @@log_bin AS logsChanges, @@sync_binlog AS syncsLog`;
  const [settings] = await dataSource.query<Settings[]>(asked);
  return notDurable(settings!);
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
