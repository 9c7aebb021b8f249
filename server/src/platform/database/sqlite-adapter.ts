import { createRequire } from 'node:module';

interface RawStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}
interface RawDatabase {
  prepare(sql: string): RawStatement;
  exec(sql: string): void;
  close(): void;
}
type DatabaseSync = new (path: string, options: { readOnly?: boolean }) => RawDatabase;

const load = createRequire(__filename);

/** Node's own SQLite from 22.13 on, else the package with the same API and its binaries inside. */
function databaseSync(): DatabaseSync {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const builtIn = major > 22 || (major === 22 && minor >= 13);
  const module = load(builtIn ? 'node:sqlite' : '@photostructure/sqlite') as {
    DatabaseSync: DatabaseSync;
  };
  return module.DatabaseSync;
}

/** As a plain number a moment would be bound as a fraction. */
export const whole = (value: unknown): unknown =>
  Number.isSafeInteger(value) ? BigInt(value as number) : value;

/** What SQLite can bind; anything else would be stored as NULL without a word. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  const plain = value === null || ['string', 'number', 'bigint'].includes(typeof value);
  if (plain || Buffer.isBuffer(value)) return whole(value);
  throw new TypeError('SQLite binds text, numbers, bytes and null only');
}

const answersRows = /^\s*(?:select|pragma|with|explain|values)\b|\breturning\b/i;

export class SqliteStatement {
  readonly reader: boolean;

  constructor(
    private readonly raw: RawStatement,
    sql: string,
  ) {
    this.reader = answersRows.test(sql);
  }

  all(...values: unknown[]): unknown[] {
    return this.raw.all(...values.map(bindable));
  }

  run(...values: unknown[]): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.raw.run(...values.map(bindable));
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  }
}

/** The `node:sqlite` API in the shape that TypeORM's better-sqlite3 driver expects. */
export class SqliteAdapter {
  private readonly raw: RawDatabase;

  constructor(path: string, options: { readonly?: boolean; timeout?: number }) {
    const Database = databaseSync();
    this.raw = new Database(path, { readOnly: options.readonly ?? false });
    this.raw.exec(`PRAGMA busy_timeout = ${options.timeout ?? 5000}`);
  }

  prepare(sql: string): SqliteStatement {
    return new SqliteStatement(this.raw.prepare(sql), sql);
  }

  pragma(text: string): unknown[] {
    return this.raw.prepare(`PRAGMA ${text}`).all();
  }

  exec(sql: string): void {
    this.raw.exec(sql);
  }

  /** Afterwards the file alone holds every row: the package would leave them in the WAL beside it. */
  close(): void {
    try {
      this.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The disk is full or another process reads: the rows stay in the WAL, where the next start finds them.
    } finally {
      this.raw.close();
    }
  }
}
