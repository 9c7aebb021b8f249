// What every browser of these years gives one site, counted in UTF-16 units.
const limitChars = 5_000_000;

/** The part of the browser's room for this site that is taken, 0 to 1, as near as one can reckon it. */
export function roomTaken(): number {
  const chars = Object.keys(localStorage).reduce(
    (sum, key) => sum + key.length + (localStorage.getItem(key) ?? '').length,
    0,
  );
  return Math.min(chars / limitChars, 1);
}
