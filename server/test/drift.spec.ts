import type { DataSource } from 'typeorm';
import { openDatabase } from '../src/tables';
import { testConfig } from './config';
import { aDatabase } from './databases';
import { driftOf } from './drift';

describe('the schema', () => {
  let dataSource: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const { drop: dropIt, ...database } = await aDatabase();
    drop = dropIt;
    dataSource = await openDatabase(testConfig(database));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await drop();
  });

  it('is after all migrations just what the entities say', async () => {
    expect(await driftOf(dataSource)).toEqual([]);
  });

  it('is seen to drift when a migration forgot something', async () => {
    await dataSource.query('DROP INDEX post_federation' + onTable(dataSource, 'post'));
    expect((await driftOf(dataSource)).join()).toMatch(/CREATE INDEX .post_federation/);
  });

  it('goes back to nothing, table by table', async () => {
    for (let at = dataSource.migrations.length; at > 0; at -= 1)
      await dataSource.undoLastMigration();
    const runner = dataSource.createQueryRunner();
    const left: string[] = [];
    for (const { tableName } of dataSource.entityMetadatas)
      if (await runner.hasTable(tableName)) left.push(tableName);
    await runner.release();
    expect(left).toEqual([]);
  });
});

const onTable = ({ options }: DataSource, table: string): string =>
  options.type === 'mysql' ? ` ON ${table}` : '';
