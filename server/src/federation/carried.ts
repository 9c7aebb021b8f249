import type { EntityManager } from 'typeorm';
import { change } from '../platform/database/rows';
import { idsOf } from './branch';
import { pathAfter } from './in-branches';

/** A table with the path of a federation in each row. */
interface CarriedPath {
  table: string;
  path: string;
}

/** A table with a row for each federation above a thing: the thing's id, `ancestor_id`, and what else. */
interface CarriedScope {
  table: string;
  item: string;
}

/** Rows that say where in the tree something lies, and go along when a branch moves. */
export type Carried = CarriedPath | CarriedScope;

/** A branch by its path, before and after. */
export interface Moved {
  id: string;
  from: string;
  to: string;
}

export const carry = (tx: EntityManager, carried: Carried, moved: Moved): Promise<unknown> =>
  'path' in carried ? carryPath(tx, carried, moved) : carryScope(tx, carried, moved);

function carryPath(tx: EntityManager, { table, path }: CarriedPath, { from, to }: Moved) {
  const statement = `UPDATE ${table} SET ${path} = CONCAT(?, SUBSTR(${path}, ?)) WHERE ${path} >= ? AND ${path} < ?`;
  return change(tx, statement, [to, from.length + 1, from, pathAfter(from)]);
}

/** What lies in the branch is what has a row for its top. */
async function carryScope(tx: EntityManager, scope: CarriedScope, { id, from, to }: Moved) {
  const { table, item } = scope;
  const [before, after] = [idsOf(from), idsOf(to)];
  // MySQL does not read what it deletes, unless through a table of its own.
  const inBranch = `SELECT item FROM (SELECT ${item} AS item FROM ${table} WHERE ancestor_id = ?) moved`;
  for (const left of before.filter((above) => !after.includes(above))) {
    const statement = `DELETE FROM ${table} WHERE ancestor_id = ? AND ${item} IN (${inBranch})`;
    await change(tx, statement, [left, id]);
  }
  const columns = columnsBesides(tx, table, 'ancestor_id').join(', ');
  for (const reached of after.filter((above) => !before.includes(above))) {
    const statement = `INSERT INTO ${table} (ancestor_id, ${columns})
      SELECT ?, ${columns} FROM ${table} WHERE ancestor_id = ?`;
    await change(tx, statement, [reached, id]);
  }
}

/** Whatever a module adds to its rows goes along. */
const columnsBesides = (tx: EntityManager, table: string, column: string): string[] =>
  tx.dataSource.entityMetadatas
    .filter(({ tableName }) => tableName === table)
    .flatMap(({ columns }) => columns.map(({ databaseName }) => databaseName))
    .filter((name) => name !== column);
