import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode } from '../src/platform/config';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { demonstrationKeysFile } from '../src/platform/crypto/keys';
import { newId } from '../src/platform/ids';
import { openDatabase } from '../src/tables';
import { startApp } from './app';
import { testConfig } from './config';
import { aDatabase, type TestDatabase } from './databases';
import { envOf, runBuilt } from './process';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

describe('a start', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await aDatabase()));
  afterEach(() => database.drop());

  const config = (mode: Mode) => testConfig({ ...database, mode });
  /** Ends by itself only when it refuses; a server that listens is stopped. */
  const start = (mode: Mode) =>
    runBuilt('main.js', envOf(config(mode)), (out, child) => {
      // Once: a second signal would end it at once, with another code.
      if (out.includes('/api/health') && !child.killed) child.kill('SIGTERM');
    });
  const listened = { code: 0, err: '' };

  it('in production refuses a database made for a demonstration, with one line', async () => {
    expect(await start('demonstration')).toMatchObject(listened);
    const migrations = await countMigrations();

    const { code, err } = await start('production');

    expect(code).toBe(1);
    expect(err).toMatch(/^This database was made with MODE=demonstration .*\n$/);
    expect(await countMigrations()).toBe(migrations);
  });

  it('as a demonstration refuses a database in real use', async () => {
    expect(await start('production')).toMatchObject(listened);

    const { code, err } = await start('demonstration');

    expect(code).toBe(1);
    expect(err).toMatch(/^This database was made with MODE=production .*\n$/);
  });

  it.each(['demonstration', 'production'] as const)(
    'with MODE=%s opens its own database again',
    async (mode) => {
      expect(await start(mode)).toMatchObject(listened);
      expect(await start(mode)).toMatchObject(listened);
    },
  );

  it('in production refuses the folder of generated keys', async () => {
    writeFileSync(join(database.dataDir, demonstrationKeysFile), '{}');

    const { code, err } = await start('production');

    expect(code).toBe(1);
    expect(err).toContain(`${demonstrationKeysFile} holds the generated keys`);
  });

  it('refuses a database with data that does not say what it was made for', async () => {
    const dataSource = await openDatabase(config('production'));
    await dataSource.query('DELETE FROM installation');
    await new UnitOfWork(dataSource).run((tx) => tx.insert('federation', aRow()));
    await dataSource.destroy();

    for (const mode of ['production', 'demonstration'] as const)
      expect((await start(mode)).err).toContain('does not say what it was made for');
  });

  const countMigrations = async () => {
    const dataSource = await openDatabase(config('demonstration'));
    const rows = await dataSource.query<unknown[]>('SELECT 1 FROM migration');
    await dataSource.destroy();
    return rows.length;
  };
});

const aRow = () => {
  const id = newId();
  return {
    id,
    name: '某妇联',
    kind: 'federation',
    sector: 'place',
    level: 'county',
    path: `/${id}/`,
    establishmentMode: 'alone',
    createdAt: 0,
  };
};

describe('in production', () => {
  it('there is no demonstration sign-in', async () => {
    const t = await startApp({ config: { mode: 'production' } });

    for (const demonstration of ['county-staff', 'nobody'])
      expect(await t.http.post('/sessions', { demonstration })).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    expect((await t.http.get('/demonstration/people')).status).toBe(404);
    await t.close();
  });
});
