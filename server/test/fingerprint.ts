import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Every row of every table, but for those named, as one line a table: equal lines, equal rows. */
export async function fingerprint(
  { entityMetadatas, manager }: DataSource,
  besides: readonly string[] = [],
): Promise<Record<string, string>> {
  const tables = entityMetadatas.map(({ tableName }) => tableName);
  const lines: Record<string, string> = {};
  for (const table of tables.filter((name) => !besides.includes(name)).sort()) {
    const rows = await manager.query<object[]>(
      `SELECT * FROM ${manager.connection.driver.escape(table)}`,
    );
    const sorted = rows.map((row) => JSON.stringify(row)).sort();
    lines[table] = `${rows.length} ${hashOf(sorted.join('\n'))}`;
  }
  return lines;
}
