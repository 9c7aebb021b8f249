import type { DataSource, Table, TableColumn } from 'typeorm';
import { migrate } from '../src/platform/database/migrate';
import { connectDatabase } from '../src/tables';
import { testConfig } from './config';
import { aDatabase, type TestDatabase } from './databases';

jest.setTimeout(120_000);

type Columns = Map<string, Map<string, TableColumn>>;

let database: TestDatabase;
let dataSource: DataSource;
/** Each table with the columns it was created with. */
const asCreated: Columns = new Map();
const broken: string[] = [];

const tablesOf = async (): Promise<Table[]> => {
  const runner = dataSource.createQueryRunner();
  const names = dataSource.entityMetadatas.map(({ tableName }) => tableName);
  return runner.getTables(names).finally(() => runner.release());
};

const columnsOf = (tables: Table[]): Columns =>
  new Map(
    tables.map(({ name, columns }) => [
      name.split('.').at(-1)!,
      new Map(columns.map((column) => [column.name, column])),
    ]),
  );

const mayBeLeftOut = ({ isNullable, default: byItself }: TableColumn): boolean =>
  isNullable || (byItself !== undefined && byItself !== null);
const typeOf = ({ type, length, isNullable, isPrimary }: TableColumn): string =>
  JSON.stringify({ type, length, isNullable, isPrimary });

/** Why a server from before the migration could not write to the table after it. */
function* differences(before: Columns, after: Columns): Generator<string> {
  for (const [table, columns] of before) {
    const now = after.get(table);
    for (const [name, column] of columns) {
      const its = now?.get(name);
      if (!its) yield `${table}.${name} is gone`;
      else if (typeOf(its) !== typeOf(column)) yield `${table}.${name} is another type`;
    }
    for (const [name, column] of now ?? [])
      if (!columns.has(name) && !mayBeLeftOut(column)) yield `${table}.${name} must be given`;
  }
}

/** A unique key over what was there before could refuse what was right before. */
const uniqueKeys = (tables: Table[]): string[] =>
  tables.flatMap(({ name, indices }) =>
    indices
      .filter(({ isUnique }) => isUnique)
      .map(({ columnNames }) => `${name.split('.').at(-1)}(${[...columnNames].sort().join()})`),
  );

beforeAll(async () => {
  database = await aDatabase();
  dataSource = await connectDatabase(testConfig(database));
  const { migrations } = dataSource;
  let before: Columns = new Map();
  let keysBefore: string[] = [];
  for (let at = 1; at <= migrations.length; at += 1) {
    Object.assign(dataSource, { migrations: migrations.slice(0, at) });
    await migrate(dataSource);
    const tables = await tablesOf();
    const after = columnsOf(tables);
    const name = migrations[at - 1]!.constructor.name;
    broken.push(...[...differences(before, after)].map((what) => `${name}: ${what}`));
    for (const key of uniqueKeys(tables).filter((one) => !keysBefore.includes(one)))
      if (isOverOld(key, before)) broken.push(`${name}: ${key} is a new unique key`);
    for (const [table, columns] of after) if (!asCreated.has(table)) asCreated.set(table, columns);
    [before, keysBefore] = [after, uniqueKeys(tables)];
  }
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

function isOverOld(key: string, before: Columns): boolean {
  const [table = '', columns = ''] = key.slice(0, -1).split('(');
  const old = before.get(table);
  return old !== undefined && columns.split(',').every((name) => old.has(name));
}

const something = ({ type, length }: TableColumn): unknown =>
  /char|text/.test(type) ? 'x'.repeat(Math.min(Number(length) || 1, 10)) : 1;

describe('a migration', () => {
  it('only adds: tables, indexes, and columns that an older server may leave out', () => {
    expect(broken).toEqual([]);
  });

  it('leaves room for a row as the table was created, column for column', async () => {
    const refused: string[] = [];
    for (const [table, columns] of asCreated) {
      const { driver } = dataSource;
      const names = [...columns.keys()].map((name) => driver.escape(name)).join(', ');
      const places = [...columns].map(() => '?').join(', ');
      const row = [...columns.values()].map(something);
      const insert = `INSERT INTO ${driver.escape(table)} (${names}) VALUES (${places})`;
      await dataSource.query(insert, row).catch((fault: unknown) => {
        refused.push(`${table}: ${String(fault)}`);
      });
    }
    expect(refused).toEqual([]);
    expect(asCreated.size).toBeGreaterThan(30);
  });
});
