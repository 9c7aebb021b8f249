import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config';
import { makeDataSource } from './data-source';
import { SqliteAdapter } from './sqlite-adapter';

describe('a SQLite file', () => {
  let above: string;
  beforeEach(() => (above = mkdtempSync(join(tmpdir(), 'sqlite-'))));
  afterEach(() => rmSync(above, { recursive: true }));

  const open = () =>
    makeDataSource({ dataDir: join(above, 'data') } as Config, [], []).initialize();
  const file = (name: string): string => join(above, 'data', name);

  it('that is closed holds every row alone', async () => {
    const dataSource = await open();
    await dataSource.query('CREATE TABLE seat (id INTEGER PRIMARY KEY)');
    for (let id = 1; id <= 50; id += 1) await dataSource.query('INSERT INTO seat VALUES (?)', [id]);
    await dataSource.destroy();

    const wal = file('niangjia.sqlite-wal');
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
    copyFileSync(file('niangjia.sqlite'), join(above, 'copy'));
    const copy = new SqliteAdapter(join(above, 'copy'), { readonly: true });
    expect(copy.prepare('SELECT count(*) AS seats FROM seat').all()).toEqual([{ seats: 50 }]);
    copy.close();
  });

  it('that another process reads still closes', async () => {
    const dataSource = await open();
    await dataSource.query('CREATE TABLE seat (id INTEGER PRIMARY KEY)');
    const reader = new SqliteAdapter(file('niangjia.sqlite'), { timeout: 0 });
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM seat').all();
    await dataSource.query('PRAGMA busy_timeout = 0');
    await dataSource.query('INSERT INTO seat VALUES (1)');

    await dataSource.destroy();

    reader.exec('COMMIT');
    expect(reader.prepare('SELECT id FROM seat').all()).toEqual([{ id: 1 }]);
    reader.close();
  });

  it('lies in a folder that only its owner opens', async () => {
    await (await open()).destroy();
    expect((statSync(join(above, 'data')).mode & 0o777).toString(8)).toBe('700');
  });
});
