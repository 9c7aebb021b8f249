import { Table, TableIndex, type QueryRunner } from 'typeorm';
import { tableColumn, type column } from './columns';

type Logical = ReturnType<(typeof column)['id']>;

export interface TableIndexOf {
  name: string;
  columns: string[];
  unique?: true;
}

/** Creates a table from logical columns. Unique keys are unique indexes on both databases. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Record<string, Logical>,
  indexes: TableIndexOf[] = [],
): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([key, logical]) => tableColumn(runner, key, logical)),
      indices: indexes.map(
        (index) =>
          new TableIndex({
            name: index.name,
            columnNames: index.columns,
            isUnique: index.unique ?? false,
          }),
      ),
    }),
  );
}
