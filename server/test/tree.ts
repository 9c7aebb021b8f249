import type { DataSource } from 'typeorm';
import { idsOf } from '../src/federation';

type Row = Record<string, string | number | null>;

/** What says on which federation the rows of a scope table hang. */
const owners: Record<string, { table: string; item: string }> = {
  activity_scope: { table: 'activity', item: 'activity_id' },
  job_scope: { table: 'job', item: 'job_id' },
  case_ticket_scope: { table: 'case_ticket', item: 'ticket_id' },
};

const tablesWith = ({ entityMetadatas }: DataSource, column: string): string[] =>
  entityMetadatas
    .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === column))
    .map(({ tableName }) => tableName);

/** Every table that says by a path or by ancestors where its rows lie. */
export const placedTables = (dataSource: DataSource): string[] =>
  ['path', 'federation_path', 'ancestor_id'].flatMap((column) => tablesWith(dataSource, column));

/** The path that follows from the parents alone. */
function pathOf(id: string, parents: ReadonlyMap<string, string | null>): string {
  const parent = parents.get(id);
  return `${parent ? pathOf(parent, parents) : '/'}${id}/`;
}

/** Reckoned from the rows, by nothing of the product: how many of each lie in each branch on that day. */
function countsOf(paths: ReadonlyMap<string, string>, rows: Row[], n: Map<string, number>): void {
  for (const { federation_id, what, kind, sector } of rows)
    for (const id of idsOf(paths.get(String(federation_id)) ?? '')) {
      const key = [id, what, kind, sector].join(' ');
      n.set(key, (n.get(key) ?? 0) + 1);
    }
}

/** What is not so of the tree and of everything that is placed in it; empty when all is. */
export async function brokenTree(dataSource: DataSource, today: string): Promise<string[]> {
  const ask = (sql: string): Promise<Row[]> => dataSource.query<Row[]>(sql);
  const federations = await ask('SELECT id, parent_id, path, kind, sector FROM federation');
  const parents = new Map(federations.map((f) => [String(f.id), f.parent_id as string | null]));
  const paths = new Map([...parents.keys()].map((id) => [id, pathOf(id, parents)]));

  const lost = federations.filter(({ id, path }) => paths.get(String(id)) !== path);
  const broken = lost.map(({ id }) => `federation ${id} lies elsewhere`);
  for (const table of tablesWith(dataSource, 'federation_path'))
    for (const row of await ask(`SELECT id, federation_id, federation_path FROM ${table}`))
      if (paths.get(String(row.federation_id)) !== row.federation_path)
        broken.push(`${table} ${row.id} lies elsewhere`);
  for (const table of tablesWith(dataSource, 'ancestor_id'))
    broken.push(...(await brokenScope(ask, table, paths)));

  const fresh = new Map<string, number>();
  const posts = `SELECT federation_id, 'post' AS what, kind, '' AS sector FROM post
    WHERE from_day <= '${today}' AND (to_day IS NULL OR to_day >= '${today}')`;
  const homes = `SELECT federation_id, 'womens_home' AS what, kind, '' AS sector FROM womens_home
    WHERE confidential = 0`;
  const own = `SELECT id AS federation_id, 'federation' AS what, kind, sector FROM federation`;
  for (const sql of [own, posts, homes]) countsOf(paths, await ask(sql), fresh);
  const kept =
    await ask(`SELECT federation_id, what, kind, sector, SUM(n) AS n FROM federation_count
    WHERE from_day <= '${today}' GROUP BY federation_id, what, kind, sector`);
  for (const { federation_id, what, kind, sector, n } of kept) {
    const key = [federation_id, what, kind, sector].join(' ');
    if ((fresh.get(key) ?? 0) !== Number(n)) broken.push(`${key} is not ${n}`);
    fresh.delete(key);
  }
  return [...broken, ...[...fresh.keys()].map((key) => `${key} is not counted`)];
}

async function brokenScope(
  ask: (sql: string) => Promise<Row[]>,
  scope: string,
  paths: ReadonlyMap<string, string>,
): Promise<string[]> {
  const owner = owners[scope];
  if (!owner) return [`nobody knows on what ${scope} hangs`];
  const { table, item } = owner;
  const rows = await ask(`SELECT ${item} AS item, ancestor_id AS above FROM ${scope}`);
  const kept = rows.map(({ item: id, above }) => `${id} below ${above}`).sort();
  const fresh = (await ask(`SELECT id, federation_id FROM ${table}`))
    .flatMap(({ id, federation_id }) =>
      idsOf(paths.get(String(federation_id)) ?? '').map((above) => `${id} below ${above}`),
    )
    .sort();
  const same = JSON.stringify(kept) === JSON.stringify(fresh);
  return [...(same ? [] : [`${scope} is not as reckoned`]), ...(await tornScope(ask, scope, item))];
}

/** The rows of one thing say the same of it, whichever federation they are for. */
async function tornScope(ask: (sql: string) => Promise<Row[]>, scope: string, item: string) {
  const seen = new Map<string, string>();
  const rows = await ask(`SELECT * FROM ${scope}`);
  return rows.flatMap(({ ancestor_id: _, ...rest }) => {
    const [id, says] = [String(rest[item]), JSON.stringify(rest)];
    if ((seen.get(id) ?? says) !== says) return [`${scope} says two things of ${id}`];
    seen.set(id, says);
    return [];
  });
}
