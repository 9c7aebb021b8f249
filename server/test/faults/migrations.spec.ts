import { type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, tableColumn } from '../../src/platform/database/columns';
import { makeDataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createTable } from '../../src/platform/database/table';
import { connectDatabase } from '../../src/tables';
import { testConfig } from '../config';
import { aDatabase, type TestDatabase } from '../databases';
import { driftOf } from '../drift';

jest.setTimeout(15 * 60_000);

/** Every statement with PROVE=1, else every fifth. */
const step = process.env.PROVE === '1' ? 1 : 5;

class Killed extends Error {}
interface Destroyable {
  destroy?: () => void;
}

const changes = /^\s*(?:create|alter|drop|insert|update|delete|commit)/i;

/** Dies once before and once after each statement that changes something, a new one at each try. */
class Deaths {
  private readonly seen = new Set<string>();
  count = 0;

  watch(dataSource: DataSource): void {
    const create = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = () => this.watched(create());
  }

  private watched(runner: QueryRunner): QueryRunner {
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    let last = '';
    let isDead = false;
    const die = async (): Promise<never> => {
      isDead = true;
      this.count += 1;
      // The server sees what it sees when the process is killed: the connection is gone.
      ((await runner.connect()) as Destroyable | undefined)?.destroy?.();
      throw new Killed();
    };
    const statement = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
      if (isDead && !/^ROLLBACK/.test(sql)) throw new Killed();
      if (!changes.test(sql)) return query(sql, ...rest);
      const point = /^COMMIT/.test(sql) ? `${last} COMMIT` : `${sql} ${String(rest[0])}`;
      last = point;
      if (this.isNew(`before ${point}`)) await die();
      const done = await query(sql, ...rest);
      if (this.isNew(`after ${point}`)) await die();
      return done;
    };
    runner.query = statement as QueryRunner['query'];
    return runner;
  }

  private isNew(point: string): boolean {
    if (this.seen.has(point)) return false;
    this.seen.add(point);
    return this.seen.size % step === 0;
  }
}

/** Tries until a try comes through. */
async function migrateAndDie(open: () => Promise<DataSource>, deaths: Deaths): Promise<void> {
  for (;;) {
    const dataSource = await open();
    deaths.watch(dataSource);
    try {
      return await migrate(dataSource);
    } catch (fault) {
      if (!(fault instanceof Killed)) throw fault;
    } finally {
      await dataSource.destroy();
    }
  }
}

class Filled1000000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { id, key, nullable, str } = column;
    await createTable(runner, 'filled', { id: key(id()), word: str(9) });
    for (const row of ['a', 'b', 'c'])
      await runner.query('INSERT INTO filled (id, word) VALUES (?, ?)', [row, row]);
    await runner.addColumn('filled', tableColumn(runner, 'other', nullable(str(9))));
    await runner.query('UPDATE filled SET other = word');
    await createTable(runner, 'filled_too', { id: key(id()), other: nullable(str(9)) });
    await runner.query('INSERT INTO filled_too (id, other) SELECT id, other FROM filled');
  }

  async down(): Promise<void> {}
}

describe('the migrations, killed at each statement and begun again', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await aDatabase()));
  afterEach(() => database.drop());
  // TypeORM says on the console what failed.
  beforeEach(() => jest.spyOn(console, 'log').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  it('end with just the tables that the entities say', async () => {
    const deaths = new Deaths();
    const open = () => connectDatabase(testConfig(database));

    await migrateAndDie(open, deaths);

    const dataSource = await open();
    expect(await dataSource.showMigrations()).toBe(false);
    expect(await driftOf(dataSource)).toEqual([]);
    await dataSource.destroy();
    process.stdout.write(`  migrations: ${deaths.count} kills, schema equal, step ${step}\n`);
    expect(deaths.count).toBeGreaterThan(20);
  });

  it('fill a table once', async () => {
    const deaths = new Deaths();
    const open = () => {
      const config = testConfig(database);
      return makeDataSource(config, [], [Filled1000000009000]).initialize();
    };

    await migrateAndDie(open, deaths);

    const dataSource = await open();
    const rows = (table: string) =>
      dataSource.query<object[]>(`SELECT * FROM ${table} ORDER BY id`);
    expect(await rows('filled')).toEqual(
      ['a', 'b', 'c'].map((word) => ({ id: word, word, other: word })),
    );
    expect(await rows('filled_too')).toHaveLength(3);
    expect(await rows('migration')).toHaveLength(1);
    await dataSource.destroy();
    expect(deaths.count).toBeGreaterThan(2);
  });
});
