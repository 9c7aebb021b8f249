import type { ColumnOptions, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { idChars } from '../ids';

/** mysql2 hands large integers over as text; every moment and cell is a safe integer. */
const asNumber = {
  to: (value: number | null): number | null => value,
  from: (value: string | number | null): number | null => (value === null ? null : Number(value)),
};

type Logical = ColumnOptions & { type: NonNullable<ColumnOptions['type']> };

/** The logical column types. Entities and migrations use the same ones, on both databases. */
export const column = {
  id: (): Logical => ({ type: 'varchar', length: idChars }),
  str: (chars: number): Logical => ({ type: 'varchar', length: chars }),
  /** Up to 64 KB on MySQL. */
  text: (): Logical => ({ type: 'text' }),
  integer: (): Logical => ({ type: 'integer' }),
  /** An integer up to 2^53. */
  large: (): Logical => ({ type: 'bigint', transformer: asNumber }),
  /** A moment: Unix milliseconds. */
  at: (): Logical => ({ type: 'bigint', transformer: asNumber }),
  /** A date in China, `2026-11-22`. */
  day: (): Logical => ({ type: 'varchar', length: 10 }),
  /** Degrees. */
  degrees: (): Logical => ({ type: 'double' }),
  /** Never with a transformer: the SQLite driver writes its own 1 and 0. */
  bool: (): Logical => ({ type: 'boolean' }),
  nullable: (logical: Logical): Logical => ({ ...logical, nullable: true }),
  key: (logical: Logical): Logical => ({ ...logical, primary: true }),
};

/** The same column for a migration, in the words of the database at hand. */
export function tableColumn(runner: QueryRunner, name: string, logical: Logical): TableColumn {
  const { driver } = runner.dataSource;
  return new TableColumn({
    name,
    type: driver.normalizeType({ type: logical.type }),
    length: logical.length === undefined ? undefined : String(logical.length),
    isNullable: logical.nullable ?? false,
    isPrimary: logical.primary ?? false,
  });
}
