import { Brackets } from 'typeorm';

/** Rows whose `column` is the tree path of a federation in one of the branches; none without a branch. */
export const inBranches = (column: string, branches: readonly string[]): Brackets =>
  new Brackets((where) => {
    where.where('1 = 0');
    branches.forEach((path, at) => {
      // A path ends with a slash; the nought comes right after it.
      const edges = { [`from${at}`]: path, [`to${at}`]: `${path.slice(0, -1)}0` };
      where.orWhere(`${column} >= :from${at} AND ${column} < :to${at}`, edges);
    });
  });
