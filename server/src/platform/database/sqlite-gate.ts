import type { DataSource, QueryResult } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

type Release = () => void;

/** First come, first served; one at a time. */
class Gate {
  private last: Promise<void> = Promise.resolve();

  async enter(): Promise<Release> {
    const before = this.last;
    let release: Release = () => undefined;
    this.last = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }
}

/**
 * A runner of its own for each unit of work, behind one gate for the one connection: without it all
 * requests share a transaction, and one request's rollback takes another's row with it.
 */
class GatedQueryRunner extends BetterSqlite3QueryRunner {
  private leave: Release | undefined;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly gate: Gate,
    statements: Map<string, unknown>,
  ) {
    super(driver);
    Object.assign(this, { stmtCache: statements });
  }

  override async query(
    sql: string,
    values?: unknown[],
    structured?: boolean,
  ): Promise<QueryResult> {
    if (sql === 'BEGIN TRANSACTION') return this.begin();
    if (!this.leave) return this.once(sql, values, structured);

    const result = await this.pass(sql, values, structured);
    if (sql === 'COMMIT' || sql === 'ROLLBACK') this.end();
    return result;
  }

  override async release(): Promise<void> {
    this.end();
    await super.release();
  }

  /** IMMEDIATE: the write lock is taken at once, so nothing fails half way for want of it. */
  private async begin(): Promise<QueryResult> {
    this.leave = await this.gate.enter();
    try {
      return await this.pass('BEGIN IMMEDIATE');
    } catch (fault) {
      this.end();
      throw fault;
    }
  }

  private async once(sql: string, values?: unknown[], structured?: boolean): Promise<QueryResult> {
    const leave = await this.gate.enter();
    try {
      return await this.pass(sql, values, structured);
    } finally {
      leave();
    }
  }

  private pass(sql: string, values?: unknown[], structured?: boolean): Promise<QueryResult> {
    return super.query(sql, values, structured) as Promise<QueryResult>;
  }

  private end(): void {
    this.leave?.();
    this.leave = undefined;
  }
}

/** Puts the gate between TypeORM and its SQLite connection. Call before `initialize()`. */
export function gateSqlite(dataSource: DataSource): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const gate = new Gate();
  const statements = new Map<string, unknown>();
  driver.createQueryRunner = () => new GatedQueryRunner(driver, gate, statements);
}
