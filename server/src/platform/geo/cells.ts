const bits = 26;
const side = 2 ** bits;

/** The column or row of a degree value on the grid of 2^26 by 2^26 cells; 0.6 m at the equator. */
const along = (degrees: number, span: number): number =>
  Math.min(side - 1, Math.max(0, Math.floor((degrees / span + 0.5) * side)));

const columnOf = (lng: number): number => along(lng, 360);
const rowOf = (lat: number): number => along(lat, 180);

/** Spreads 13 bits, so that another number's bits fit between them. */
function spread(value: number): number {
  let x = value;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

/** The reverse of `spread`. */
function gather(value: number): number {
  let x = value & 0x55555555;
  x = (x | (x >> 1)) & 0x33333333;
  x = (x | (x >> 2)) & 0x0f0f0f0f;
  x = (x | (x >> 4)) & 0x00ff00ff;
  return (x | (x >> 8)) & 0x1fff;
}

const half = 2 ** 13;

/** The Morton number of a cell: 52 bits, exact in a JavaScript number and in a BIGINT. */
function morton(column: number, row: number): number {
  const high = spread(Math.floor(column / half)) | (spread(Math.floor(row / half)) << 1);
  const low = spread(column % half) | (spread(row % half) << 1);
  return high * side + low;
}

/** The cell of a point in degrees. Near points often have near numbers, so a B-tree finds them. */
export const cellOf = (lng: number, lat: number): number => morton(columnOf(lng), rowOf(lat));

/** The middle of a cell in degrees. */
export function middleOf(cell: number): { lng: number; lat: number } {
  const high = Math.floor(cell / side);
  const low = cell % side;
  const column = gather(high) * half + gather(low);
  const row = gather(high >> 1) * half + gather(low >> 1);
  return { lng: ((column + 0.5) / side - 0.5) * 360, lat: ((row + 0.5) / side - 0.5) * 180 };
}

/** Degrees, edges included. */
export interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** From the first cell to the last, both included. */
export type CellRange = [first: number, last: number];

/** What it costs to take the cells of a gap along, whatever lies in them. */
export type GapCost = (first: number, last: number) => number;

const cellsBetween: GapCost = (first, last) => last - first + 1;

/**
 * Ranges of cells that hold the whole box, at most `most`. They follow its edge by squares, at most
 * `across` and one over each side, and are joined over the gaps that cost least.
 */
export function cover(
  box: Box,
  most: number,
  across = 4,
  gapCost: GapCost = cellsBetween,
): CellRange[] {
  const ranges = squaresOver(box, across);
  const gaps = ranges.slice(1).map(([first], at) => gapCost(ranges[at]![1] + 1, first - 1));
  const dearest = [...gaps].sort((a, b) => b - a)[most - 1] ?? -1;
  const joined: CellRange[] = ranges.slice(0, 1);
  gaps.forEach((cost, at) => {
    const next = ranges[at + 1]!;
    if (cost > dearest) joined.push(next);
    else joined.at(-1)![1] = next[1];
  });
  return joined;
}

/** The squares of one size that the box touches, as ranges in rising order, neighbours in one. */
function squaresOver({ west, east, south, north }: Box, across: number): CellRange[] {
  const [left, right] = [columnOf(west), columnOf(east)];
  const [bottom, top] = [rowOf(south), rowOf(north)];
  let size = 1;
  while (Math.max(right - left, top - bottom) + 1 > size * across) size *= 2;

  const squares: number[] = [];
  for (let x = Math.floor(left / size); x <= right / size; x += 1) {
    for (let y = Math.floor(bottom / size); y <= top / size; y += 1) squares.push(morton(x, y));
  }
  const ranges: CellRange[] = [];
  for (const square of squares.sort((a, b) => a - b)) {
    const first = square * size * size;
    const before = ranges.at(-1);
    if (before?.[1] === first - 1) before[1] += size * size;
    else ranges.push([first, first + size * size - 1]);
  }
  return ranges;
}
