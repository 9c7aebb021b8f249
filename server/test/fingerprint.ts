import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What the clock writes, a few seconds after each act: no request does. */
const byTheClock: Record<string, readonly string[]> = {
  audit_entry: ['chain', 'position', 'seal'],
};
const tablesByTheClock = ['audit_chain'];

/** What is written down of a refusal after what was asked has been undone, and nothing else of it. */
const isOfRefusal = (table: string, row: object): boolean =>
  table === 'audit_entry' && (row as { result: string }).result !== 'done';

/** Every row of every table, but for those named and the audit of refusals, as one line a table: equal lines, equal rows. */
export const fingerprint = (
  dataSource: DataSource,
  besides: readonly string[] = [],
): Promise<Record<string, string>> =>
  linesOf(dataSource, [...besides, ...tablesByTheClock], byTheClock, isOfRefusal);

/** The same of really everything: of a copy, in which no clock goes on. */
export const fingerprintOfCopy = (dataSource: DataSource): Promise<Record<string, string>> =>
  linesOf(dataSource, [], {}, () => false);

async function linesOf(
  { entityMetadatas, manager }: DataSource,
  besides: readonly string[],
  without: typeof byTheClock,
  isLeftOut: typeof isOfRefusal,
): Promise<Record<string, string>> {
  const tables = entityMetadatas.map(({ tableName }) => tableName);
  const lines: Record<string, string> = {};
  for (const table of tables.filter((name) => !besides.includes(name)).sort()) {
    const all = await manager.query<object[]>(
      `SELECT * FROM ${manager.connection.driver.escape(table)}`,
    );
    const rows = all.filter((row) => !isLeftOut(table, row));
    const left = without[table];
    const kept = (column: string, value: unknown) => (left?.includes(column) ? undefined : value);
    const sorted = rows.map((row) => JSON.stringify(row, left && kept)).sort();
    lines[table] = `${rows.length} ${hashOf(sorted.join('\n'))}`;
  }
  return lines;
}
