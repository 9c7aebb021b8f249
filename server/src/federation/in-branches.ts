import { Brackets } from 'typeorm';

/** Rows whose `column` is the tree path of a federation in one of the branches; none without a branch. */
export const inBranches = (column: string, branches: readonly string[]): Brackets =>
  new Brackets((where) => {
    where.where('1 = 0');
    branches.forEach((path, at) => {
      // A path ends with a slash; the nought comes right after it.
      const edges = { [`from${at}`]: path, [`to${at}`]: pathAfter(path) };
      where.orWhere(`${column} >= :from${at} AND ${column} < :to${at}`, edges);
    });
  });

/** The first path that no longer lies in the branch. */
export const pathAfter = (branch: string): string => `${branch.slice(0, -1)}0`;

/** SQL: the path in one column lies in the branch whose path stands in another. */
export const below = (branch: string, path: string): string =>
  `${path} >= ${branch} AND ${path} < CONCAT(SUBSTR(${branch}, 1, LENGTH(${branch}) - 1), '0')`;
