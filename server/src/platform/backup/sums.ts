import { createHash } from 'node:crypto';
import type { TableRow } from './snapshot';

const bytes = 32;

/** How many rows each table has, and a hash of them in whatever order they come. */
export class Sums {
  private readonly tables = new Map<string, { rows: number; hash: Buffer }>();

  add({ table, values }: TableRow): void {
    const sum = this.tables.get(table) ?? { rows: 0, hash: Buffer.alloc(bytes) };
    const hash = createHash('sha256').update(JSON.stringify(values)).digest();
    for (let at = 0; at < bytes; at += 1) sum.hash[at]! ^= hash[at]!;
    sum.rows += 1;
    this.tables.set(table, sum);
  }

  get rows(): number {
    return [...this.tables.values()].reduce((sum, { rows }) => sum + rows, 0);
  }

  toJSON(): Record<string, string> {
    const lines = [...this.tables].map(([table, { rows, hash }]): [string, string] => [
      table,
      `${rows} ${hash.toString('base64url')}`,
    ]);
    return Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
