import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import type { Config, Mode } from '../platform/config';
import { demonstrationKeysFile } from '../platform/crypto/keys';
import { StartFault } from '../platform/start-fault';
import { InstallationRow } from './installation.entity';

type Place = Pick<Config, 'mode' | 'dataDir'>;

/**
 * Before any migration touches it: a database serves only the mode it was made for, so that invented
 * people and homes never stand among real ones. @throws StartFault
 */
export async function checkInstallation(dataSource: DataSource, place: Place): Promise<void> {
  const reason = whyNotFolder(place) ?? whyNotDatabase(await markOf(dataSource), place.mode);
  if (reason !== undefined) throw new StartFault(reason);
}

/** Says what a new database is for. Once; a database that has its mark keeps it. */
export async function markInstallation(tx: EntityManager, mode: Mode, createdAt: number) {
  if (await tx.existsBy(InstallationRow, { id: 'mark' })) return;
  await tx.insert(InstallationRow, { id: 'mark', mode, createdAt });
}

/** The mark of a place that is being filled from a backup: no mode, so that no server starts on it. */
export const restoring = { table: 'installation', values: ['mark', 'restoring', 0] };

export const isMarked = (db: EntityManager): Promise<boolean> =>
  db.existsBy(InstallationRow, { id: 'mark' });

function whyNotFolder({ mode, dataDir }: Place): string | undefined {
  const file = join(dataDir, demonstrationKeysFile);
  if (mode !== 'production' || !existsSync(file)) return undefined;
  return `${file} holds the generated keys of a demonstration: set another DATA_DIR for real use.`;
}

function whyNotDatabase(mark: string, mode: Mode): string | undefined {
  if (mark === mode || mark === 'new') return undefined;
  if (mark === restoring.values[1])
    return 'A backup was being restored here and was broken off: empty the place and restore again.';
  if (mark === 'none')
    return 'This database holds data but does not say what it was made for: set another DATA_DIR or DATABASE_URL.';
  return `This database was made with MODE=${mark} and does not serve MODE=${mode}: set another DATA_DIR or DATABASE_URL.`;
}

async function markOf({ manager }: DataSource): Promise<string> {
  if (await hasTable(manager, 'installation')) {
    const row = await manager.findOneBy(InstallationRow, { id: 'mark' });
    if (row !== null) return row.mode;
  }
  return (await hasFederations(manager)) ? 'none' : 'new';
}

async function hasTable({ dataSource }: EntityManager, name: string): Promise<boolean> {
  const runner = dataSource.createQueryRunner();
  return runner.hasTable(name).finally(() => runner.release());
}

async function hasFederations(manager: EntityManager): Promise<boolean> {
  if (!(await hasTable(manager, 'federation'))) return false;
  return (await manager.query<unknown[]>('SELECT 1 FROM federation LIMIT 1')).length > 0;
}
