import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { TestApp } from './app';

type Database = Pick<TestApp, 'dataSource'>;

/** Enough for a database to prefer an index where there is one. */
export const manyRows = 100_000;
const batchRows = 2500;

const onMariaDb = process.env.TEST_DB === 'mariadb';

/** Many rows at once: `fill(t, 'visit (id, visit_day)', (n) => "'1','2026-01-01'")`. */
export async function fill(
  { dataSource }: Database,
  into: string,
  valuesOf: (n: number) => string,
  count = manyRows,
): Promise<void> {
  for (let from = 0; from < count; from += batchRows) {
    const length = Math.min(batchRows, count - from);
    const values = Array.from({ length }, (_, n) => `(${valuesOf(from + n)})`);
    await dataSource.query(`INSERT INTO ${into} VALUES ${values.join()}`);
  }
}

/** The database looks at how its rows are spread, as it does by itself in the long run. */
export const analyse = ({ dataSource }: Database, ...tables: string[]): Promise<unknown> =>
  dataSource.query(onMariaDb ? `ANALYZE TABLE ${tables.join()}` : 'ANALYZE');

/** How the database means to find the rows, in its own words. */
export const planOf = <Row extends object>(
  { dataSource }: Database,
  query: SelectQueryBuilder<Row> | [sql: string, values: unknown[]],
): Promise<string> =>
  explain(dataSource, ...(Array.isArray(query) ? query : query.getQueryAndParameters()));

/** The same for all that one request has it look for in these tables. */
export async function plansOf(
  { dataSource, http }: Pick<TestApp, 'dataSource' | 'http'>,
  path: string,
  who: { token: string },
  tables: readonly string[],
): Promise<string[]> {
  const sent = sentTo(dataSource);
  const before = sent.length;
  const { status } = await http.get(path, who);
  if (status !== 200) throw new Error(`${status} ${path}`);

  const isAbout = new RegExp(`^SELECT.* FROM [\`"](${tables.join('|')})[\`"]`, 's');
  const plans: string[] = [];
  for (const { sql, values } of sent.slice(before).filter(({ sql }) => isAbout.test(sql)))
    plans.push(await explain(dataSource, sql, values));
  return plans;
}

/** Both pages of a list: its first, and the next one. */
export async function twoPages(
  { http }: Pick<TestApp, 'http'>,
  path: string,
  who: { token: string },
): Promise<[string, string]> {
  const { next } = (await http.get<{ next: string | null }>(path, who)).body;
  if (next === null) throw new Error(`${path} has one page`);
  return [path, `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`];
}

export const scans = onMariaDb ? /"type":"(ALL|index)"/ : /SCAN/;
const sorts = /filesort|temporary|TEMP B-TREE/i;
export const sortsOrScans = new RegExp(`${scans.source}|${sorts.source}`, 'i');

async function explain(dataSource: DataSource, sql: string, values: unknown[]): Promise<string> {
  const words = onMariaDb ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  return JSON.stringify(await dataSource.query<unknown>(`${words} ${sql}`, values));
}

interface Sent {
  sql: string;
  values: unknown[];
}

const heard = new WeakMap<DataSource, Sent[]>();

/** Notes each statement on its way to the database, from the first time this is asked. */
function sentTo(dataSource: DataSource): Sent[] {
  const known = heard.get(dataSource);
  if (known) return known;
  const sent: Sent[] = [];
  heard.set(dataSource, sent);
  const { driver } = dataSource;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<never>;
    runner.query = (sql: string, values: unknown[] = [], structured?: boolean) => {
      sent.push({ sql, values });
      return query(sql, values, structured);
    };
    return runner;
  };
  return sent;
}
