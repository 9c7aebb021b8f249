import type { Point } from '@niangjia/shared';
import type { Box } from './cells';
import { boxAround, distanceMetres, halfRoundMetres } from './sphere';

/** Where a row lies: whole millimetres from the point asked, and its id to part two at one place. */
export type NearAfter = [distanceMm: number, id: string];

export type Near<Row> = Row & { distanceMm: number };

export interface NearWanted {
  point: Point;
  limit: number;
  /** The last row of the page before. */
  after?: NearAfter;
  /** Metres; to the other side of the Earth when not given. */
  radiusMetres?: number;
}

const firstMetres = 2000;
const growth = 4;
/** What rounding to a millimetre may take inside the circle. */
const roundedMetres = 0.001;

const millimetres = (a: Point, b: Point): number => Math.round(distanceMetres(a, b) * 1000);

const comesAfter = ({ distanceMm, id }: Near<{ id: string }>, [mm, last]: NearAfter): boolean =>
  distanceMm > mm || (distanceMm === mm && id > last);

/**
 * Rows nearest first, exactly, one more than the limit when there are more. `readIn` answers every row
 * in a box; the box grows until the circle inside it holds enough.
 */
export async function nearestFirst<Row extends Point & { id: string }>(
  { point, limit, after = [-1, ''], radiusMetres = halfRoundMetres }: NearWanted,
  readIn: (box: Box) => Promise<Row[]>,
): Promise<Near<Row>[]> {
  let reach = Math.min(radiusMetres, Math.max(firstMetres, after[0] / 1000));
  for (;;) {
    const rows = await readIn(boxAround(point, reach + roundedMetres));
    const found = rows
      .map((row) => ({ ...row, distanceMm: millimetres(point, row) }))
      .filter((row) => row.distanceMm <= reach * 1000 && comesAfter(row, after))
      .sort((a, b) => a.distanceMm - b.distanceMm || (a.id < b.id ? -1 : 1));
    if (found.length > limit || reach >= radiusMetres) return found.slice(0, limit + 1);
    reach = Math.min(radiusMetres, reach * growth);
  }
}
