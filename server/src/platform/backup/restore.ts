import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { RingKey } from '../crypto/keys';
import { UnitOfWork } from '../database/unit-of-work';
import { StartFault } from '../start-fault';
import { migrationsOf } from './backup';
import { open } from './sealed-file';
import { columnsOf, snapshot, type TableRow } from './snapshot';
import { Sums } from './sums';

const mostAtOnce = 500;

interface Parts {
  migrations?: string[];
  sums?: Record<string, string>;
}

/** The lines of a backup; a damaged piece is told before anything behind it is read. */
async function* linesOf(file: string, ring: readonly RingKey[]): AsyncGenerator<Parts | unknown[]> {
  const plain = Readable.from(open(createReadStream(file), ring));
  const lines = createInterface({ input: plain.pipe(createGunzip()), crlfDelay: Infinity });
  const broken = new Promise<never>((_, reject) => plain.once('error', reject));
  const each = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([each.next(), broken]);
    if (next.done) return;
    yield JSON.parse(next.value) as Parts | unknown[];
  }
}

/** Reads all of it before a row is written. @throws StartFault when a bit is wrong or the tables differ */
async function check(file: string, ring: readonly RingKey[], dataSource: DataSource) {
  const sums = new Sums();
  const found: Parts = {};
  for await (const line of linesOf(file, ring)) {
    if (Array.isArray(line)) sums.add(asRow(line));
    else Object.assign(found, line);
  }
  const [its, ours] = [found.migrations?.at(-1), (await migrationsOf(dataSource)).at(-1)];
  if (its !== ours)
    throw new StartFault(
      `The backup ends with the tables of ${its}, this program with ${ours}: restore it with the program that made it.`,
    );
  if (JSON.stringify(sums) !== JSON.stringify(found.sums))
    throw new StartFault('The backup does not hold what it says: take another one.');
  return sums;
}

const asRow = ([table, ...values]: unknown[]): TableRow => ({ table: String(table), values });

async function expectEmpty({ entityMetadatas, driver, manager }: DataSource): Promise<void> {
  for (const { tableName } of entityMetadatas) {
    const some = `SELECT 1 FROM ${driver.escape(tableName)} LIMIT 1`;
    if ((await manager.query<unknown[]>(some)).length > 0)
      throw new StartFault(
        `There is something in ${tableName}: a backup goes only into an empty place, also after one that was broken off.`,
      );
  }
}

/**
 * Fills the empty tables from a backup and reads them anew. Meanwhile `marked` stands in the table that says
 * what the database is for, so that no server starts on a part.
 */
export async function restore(
  dataSource: DataSource,
  ring: readonly RingKey[],
  file: string,
  marked: TableRow,
): Promise<Sums> {
  await expectEmpty(dataSource);
  const sums = await check(file, ring, dataSource);
  await write(dataSource, [marked]);

  const marks = await fill(dataSource, linesOf(file, ring), marked.table);
  await replace(dataSource, marked.table, marks);

  const written = new Sums();
  for await (const row of snapshot(dataSource)) written.add(row);
  if (JSON.stringify(written) !== JSON.stringify(sums))
    throw new StartFault('What was restored is not what the backup holds: empty the place again.');
  return sums;
}

/** Writes all rows but those of one table, and answers them. */
async function fill(
  dataSource: DataSource,
  lines: AsyncIterable<Parts | unknown[]>,
  besides: string,
): Promise<TableRow[]> {
  const kept: TableRow[] = [];
  let rows: TableRow[] = [];
  for await (const line of lines) {
    const row = asRow(Array.isArray(line) ? line : []);
    if (row.table === besides) kept.push(row);
    if (row.table === besides || !Array.isArray(line)) continue;
    if (rows.length === mostAtOnce || rows[0]?.table !== row.table) {
      await write(dataSource, rows);
      rows = [];
    }
    rows.push(row);
  }
  await write(dataSource, rows);
  return kept;
}

async function replace(dataSource: DataSource, table: string, rows: TableRow[]): Promise<void> {
  await dataSource.query(`DELETE FROM ${dataSource.driver.escape(table)}`);
  await write(dataSource, rows);
}

async function write(dataSource: DataSource, rows: readonly TableRow[]): Promise<void> {
  if (rows.length === 0) return;
  const entity = dataSource.entityMetadatas.find(({ tableName }) => tableName === rows[0]?.table);
  if (!entity) throw new StartFault(`There is no table ${rows[0]?.table} here.`);
  const statement = insertOf(dataSource, entity, rows.length);
  const values = rows.flatMap((row) => row.values);
  await new UnitOfWork(dataSource).run((tx) => tx.query(statement, values));
}

function insertOf({ driver }: DataSource, entity: EntityMetadata, rows: number): string {
  const columns = columnsOf(entity);
  const places = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((name) => driver.escape(name)).join(', ');
  const all = Array.from({ length: rows }, () => places).join(', ');
  return `INSERT INTO ${driver.escape(entity.tableName)} (${names}) VALUES ${all}`;
}
