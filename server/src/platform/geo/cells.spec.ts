import type { Point } from '@niangjia/shared';
import fc from 'fast-check';
import { type Box, cellOf, cover, middleOf } from './cells';
import { boxAround, distanceMetres, ellipseAround } from './sphere';

/** Evenly, and now and then the numbers that computers find hard. */
const between = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min: min * 1e7, max: max * 1e7 }).map((n) => n / 1e7),
    fc.double({ min, max, noNaN: true }),
  );
const lng = between(-180, 180);
const lat = between(-90, 90);
const point = fc.record({ lng, lat });
const metres = fc.oneof(
  between(0, 100),
  between(0, 5000),
  between(0, 200).map((n) => n * 1e5),
);

const isIn = ({ west, east, south, north }: Box, p: { lng: number; lat: number }): boolean =>
  west <= p.lng && p.lng <= east && south <= p.lat && p.lat <= north;

describe('cells', () => {
  it('are exact integers of 52 bits whose middle is at most half a cell away', () => {
    fc.assert(
      fc.property(point, (p) => {
        const cell = cellOf(p.lng, p.lat);
        const middle = middleOf(cell);
        expect(Number.isSafeInteger(cell) && cell >= 0 && cell < 2 ** 52).toBe(true);
        expect(cellOf(middle.lng, middle.lat)).toBe(cell);
        expect(Math.abs(middle.lng - p.lng)).toBeLessThanOrEqual(180.0001 / 2 ** 26);
        expect(Math.abs(middle.lat - p.lat)).toBeLessThanOrEqual(90.0001 / 2 ** 26);
      }),
    );
  });

  it('cover every point of a box with no more ranges than asked for', () => {
    fc.assert(
      fc.property(point, point, point, fc.integer({ min: 1, max: 16 }), (a, b, inside, most) => {
        const box: Box = {
          west: Math.min(a.lng, b.lng),
          east: Math.max(a.lng, b.lng),
          south: Math.min(a.lat, b.lat),
          north: Math.max(a.lat, b.lat),
        };
        const ranges = cover(box, most);
        const isCovered = (cell: number): boolean =>
          ranges.some(([first, last]) => first <= cell && cell <= last);

        expect(ranges.length).toBeLessThanOrEqual(most);
        expect(isCovered(cellOf(a.lng, a.lat)) && isCovered(cellOf(b.lng, b.lat))).toBe(true);
        if (isIn(box, inside)) expect(isCovered(cellOf(inside.lng, inside.lat))).toBe(true);
      }),
    );
  });

  it('cover a small box with a small part of the world', () => {
    const ranges = cover(boxAround({ lng: 118.4, lat: 24.9 }, 1000), 8);
    const cells = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    const boxCells = ((0.0199 * 2 ** 26) / 360) * ((0.018 * 2 ** 26) / 180);
    expect(cells / boxCells).toBeLessThan(6);
  });
});

describe('a box around a point', () => {
  it('holds everything within the distance, at poles and at ±180° too', () => {
    const reached = fc.tuple(point, point, metres);
    fc.assert(
      fc.property(reached, ([centre, other, reach]) => {
        if (distanceMetres(centre, other) > reach) return;
        expect(isIn(boxAround(centre, reach), other)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('measures as the sphere does', () => {
    const quarter = distanceMetres({ lng: 0, lat: 0 }, { lng: 90, lat: 0 });
    expect(quarter).toBeCloseTo((Math.PI / 2) * 6_371_008.8, 3);
    expect(distanceMetres({ lng: 179.9, lat: 0 }, { lng: -179.9, lat: 0 })).toBeCloseTo(22_239, 0);
  });
});

describe('an ellipse around a point', () => {
  const holds = (centre: Point, reach: number, other: Point): boolean => {
    const { ofLat, ofLng, limit } = ellipseAround(centre, reach);
    return ofLat * (other.lat - centre.lat) ** 2 + ofLng * (other.lng - centre.lng) ** 2 <= limit;
  };

  it('holds everything within the distance', () => {
    fc.assert(
      fc.property(point, point, metres, (centre, other, reach) => {
        const near = distanceMetres(centre, other);
        expect(holds(centre, near, other)).toBe(true);
        if (near <= reach) expect(holds(centre, reach, other)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves out the corners of the box', () => {
    const centre = { lng: 118.4, lat: 24.9 };
    const { east, north } = boxAround(centre, 5000);
    expect(holds(centre, 5000, { lng: east, lat: north })).toBe(false);
    expect(holds(centre, 5000, { lng: east, lat: centre.lat })).toBe(true);
    expect(holds(centre, 5000, { lng: east + 0.0001, lat: centre.lat })).toBe(false);
  });
});
