import { type DataSource, QueryFailedError, QueryResult } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { isUnavailable } from './faults';
import { SqliteAdapter, type SqliteStatement, whole } from './sqlite-adapter';
import { SqliteWriter, type WritingUnit } from './sqlite-writer';

const mostStatements = 300;

/** A connection with the statements that it has prepared. */
class Connection {
  private readonly statements = new Map<string, SqliteStatement>();

  constructor(private readonly adapter: () => SqliteAdapter) {}

  readonly run = (sql: string, values: unknown[] = []): QueryResult => {
    const statement = this.statements.get(sql) ?? this.prepare(sql);
    const result = new QueryResult();
    if (statement.reader) {
      result.raw = result.records = statement.all(...values);
      return result;
    }
    const { changes, lastInsertRowid } = statement.run(...values);
    return Object.assign(result, { affected: changes, raw: lastInsertRowid });
  };

  forget(): void {
    this.statements.clear();
  }

  private prepare(sql: string): SqliteStatement {
    const statement = this.adapter().prepare(sql);
    this.statements.set(sql, statement);
    const [oldest] = this.statements.keys();
    if (this.statements.size > mostStatements) this.statements.delete(oldest!);
    return statement;
  }
}

interface Connections {
  writing: Connection;
  /** Sees what is on the disk and nothing else, and waits for no writer. */
  reading: Connection;
  writer: SqliteWriter;
}

const isRead = /^\s*select\b/i;

/**
 * A runner of its own for each unit of work, behind one gate for the one writing connection: without
 * it all requests share a transaction, and one request's rollback takes another's row with it.
 */
class GatedQueryRunner extends BetterSqlite3QueryRunner {
  private unit: WritingUnit | undefined;
  /** SQLite may have given up the whole transaction: what came after would stand by itself. */
  private broken: Error | undefined;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly connections: Connections,
  ) {
    super(driver);
  }

  override async query(
    sql: string,
    values?: unknown[],
    structured?: boolean,
  ): Promise<QueryResult> {
    try {
      const result = await this.pass(sql, values);
      return structured ? result : (result.raw as QueryResult);
    } catch (fault) {
      throw new QueryFailedError(sql, values, fault as Error);
    }
  }

  override async release(): Promise<void> {
    await this.take()?.undo();
    await super.release();
  }

  private async pass(sql: string, values?: unknown[]): Promise<QueryResult> {
    const { writer, writing, reading } = this.connections;
    if (sql === 'BEGIN TRANSACTION') {
      this.unit = await writer.begin();
      return new QueryResult();
    }
    if (sql === 'COMMIT') await this.take()?.keep();
    else if (sql === 'ROLLBACK') await this.take()?.undo();
    else if (this.unit) return this.write(sql, values);
    else if (isRead.test(sql)) return reading.run(sql, values);
    else return writer.alone(() => writing.run(sql, values));
    return new QueryResult();
  }

  private write(sql: string, values?: unknown[]): QueryResult {
    if (this.broken) throw this.broken;
    try {
      return this.connections.writing.run(sql, values);
    } catch (fault) {
      if (isUnavailable(fault)) this.broken = fault as Error;
      throw fault;
    }
  }

  private take(): WritingUnit | undefined {
    const { unit } = this;
    this.unit = undefined;
    this.broken = undefined;
    return unit;
  }
}

/** TypeORM writes numbers into the text of a statement, which then is prepared anew for each moment. */
function bindNumbers(driver: BetterSqlite3Driver): void {
  const escape = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, given) => {
    const bound = Object.entries(given).map(([name, value]) => [name, whole(value)]);
    return escape(sql, Object.fromEntries(bound) as typeof given);
  };
}

/** Puts the gate between TypeORM and its SQLite connection. Call before `initialize()`. */
export function gateSqlite(dataSource: DataSource, file: string): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  let reader: SqliteAdapter | undefined;
  const openReader = () => (reader ??= new SqliteAdapter(file, { readonly: true }));
  const reading = new Connection(openReader);
  const writing = new Connection(() => driver.databaseConnection as SqliteAdapter);
  const writer = new SqliteWriter((sql) => void writing.run(sql));
  bindNumbers(driver);
  driver.createQueryRunner = () => new GatedQueryRunner(driver, { writing, reading, writer });

  const disconnect = driver.disconnect.bind(driver);
  driver.disconnect = async () => {
    await writer.alone(() => [reading, writing].forEach((connection) => connection.forget()));
    // Before the writer, which leaves every row in its one file when nobody else has it open.
    reader?.close();
    reader = undefined;
    await disconnect();
  };
}
