const bits = 26;
const side = 2 ** bits;

/** The column or row of a degree value on the grid of 2^26 by 2^26 cells; 0.6 m at the equator. */
const along = (degrees: number, span: number): number =>
  Math.min(side - 1, Math.max(0, Math.floor((degrees / span + 0.5) * side)));

export const columnOf = (lng: number): number => along(lng, 360);
export const rowOf = (lat: number): number => along(lat, 180);

/** Spreads 13 bits, so that another number's bits fit between them. */
function spread(value: number): number {
  let x = value;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

const low = 2 ** 13;

/** The Morton number of a cell: 52 bits, exact in a JavaScript number and in a BIGINT. */
export function morton(column: number, row: number): number {
  const high = spread(Math.floor(column / low)) | (spread(Math.floor(row / low)) << 1);
  const rest = spread(column % low) | (spread(row % low) << 1);
  return high * 2 ** bits + rest;
}

/** The cell of a point in degrees. Near points often have near numbers, so a B-tree finds them. */
export const cellOf = (lng: number, lat: number): number => morton(columnOf(lng), rowOf(lat));
