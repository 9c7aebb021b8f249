import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/**
 * One row in, one row out, with statements whose text is built once an entity: for hot paths, where
 * TypeORM's query builder costs nine times what SQLite needs. Columns, types and transformers are the entity's.
 */
interface Statements {
  columns: ColumnMetadata[];
  insert: string;
  select: string;
}

const built = new WeakMap<EntityMetadata, Statements>();

function statementsOf(db: EntityManager, entity: EntityTarget<ObjectLiteral>): Statements {
  const metadata = db.dataSource.getMetadata(entity);
  const known = built.get(metadata) ?? build(metadata, (name) => db.dataSource.driver.escape(name));
  built.set(metadata, known);
  return known;
}

function build({ tableName, columns }: EntityMetadata, escape: (name: string) => string) {
  const names = columns.map(({ databaseName }) => escape(databaseName)).join(', ');
  const places = columns.map(() => '?').join(', ');
  return {
    columns,
    insert: `INSERT INTO ${escape(tableName)} (${names}) VALUES (${places})`,
    select: `SELECT ${names} FROM ${escape(tableName)} WHERE `,
  };
}

/** Every column of the row, null where it says nothing. Throws what the driver throws. */
export async function insertRow<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<void> {
  const { columns, insert } = statementsOf(tx, entity);
  const { driver } = tx.dataSource;
  const values = columns.map((column): unknown =>
    driver.preparePersistentValue(row[column.propertyName] ?? null, column),
  );
  await tx.query(insert, values);
}

/** Rows for which the condition holds, written with column names: `id = ? AND state <> ?`. */
export async function findRows<Row extends ObjectLiteral>(
  db: EntityManager,
  entity: EntityTarget<Row>,
  condition: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { columns, select } = statementsOf(db, entity);
  const { driver } = db.dataSource;
  const hydrated = (found: ObjectLiteral) =>
    columns.map((column): [string, unknown] => [
      column.propertyName,
      driver.prepareHydratedValue(found[column.databaseName], column),
    ]);
  const rows = await db.query<ObjectLiteral[]>(select + condition, [...values]);
  return rows.map((found) => Object.fromEntries(hydrated(found)) as Row);
}

/** The one row that a unique key finds. */
export const findRow = async <Row extends ObjectLiteral>(
  ...asked: Parameters<typeof findRows<Row>>
): Promise<Row | null> => (await findRows<Row>(...asked))[0] ?? null;

/** Runs a changing statement in the transaction; answers how many rows its condition met. */
export async function change(
  tx: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<number> {
  const result = await tx.queryRunner!.query(statement, [...values], true);
  return result.affected ?? 0;
}
