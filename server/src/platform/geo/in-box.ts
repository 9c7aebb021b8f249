import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type Box, cover } from './cells';

const mostRanges = 8;

/** Only rows in the box, edges included: by ranges of their `cell`, then by `lat` and `lng`. */
export function inBox<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  box: Box,
): SelectQueryBuilder<Row> {
  const { alias } = query;
  const inCells = new Brackets((where) =>
    cover(box, mostRanges).forEach(([first, last], at) =>
      where.orWhere(`${alias}.cell BETWEEN :first${at} AND :last${at}`, {
        [`first${at}`]: first,
        [`last${at}`]: last,
      }),
    ),
  );
  return query
    .andWhere(inCells)
    .andWhere(`${alias}.lat BETWEEN :south AND :north AND ${alias}.lng BETWEEN :west AND :east`, {
      ...box,
    });
}
