import type { Point } from '@niangjia/shared';
import fc from 'fast-check';
import type { Box } from './cells';
import { nearestFirst, type NearAfter } from './nearest-first';
import { distanceMetres } from './sphere';

interface Place extends Point {
  id: string;
}

const inside =
  (box: Box) =>
  ({ lng, lat }: Point) =>
    lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;

const point = fc.record({
  lng: fc.oneof(
    fc.double({ min: 118.3, max: 118.5, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  ),
  lat: fc.oneof(
    fc.double({ min: 24.8, max: 25, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
});

const inPlainWords = (places: readonly Place[], from: Point, radius: number): string[] =>
  places
    .map((place) => ({ id: place.id, mm: Math.round(distanceMetres(from, place) * 1000) }))
    .filter(({ mm }) => mm <= radius * 1000)
    .sort((a, b) => a.mm - b.mm || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

test('pages of the nearest are the whole list, sorted, each place once', async () => {
  const seed = Number(process.env.SEED ?? Date.now());
  process.stdout.write(`  nearest first: seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(point, { maxLength: 40 }),
      point,
      fc.integer({ min: 1, max: 7 }),
      fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
      async (points, from, limit, radiusMetres) => {
        // Twice each, so that two lie at one place.
        const places = [...points, ...points].map((place, n) => ({ ...place, id: `p${n}` }));
        const seen: string[] = [];
        for (let after: NearAfter | undefined, more = true; more;) {
          const rows = await nearestFirst(
            { point: from, limit, after, radiusMetres },
            async (box) => places.filter(inside(box)),
          );
          const page = rows.slice(0, limit);
          seen.push(...page.map(({ id }) => id));
          more = rows.length > limit;
          after = more ? [page.at(-1)!.distanceMm, page.at(-1)!.id] : undefined;
        }
        expect(seen).toEqual(inPlainWords(places, from, radiusMetres ?? Infinity));
      },
    ),
    { seed },
  );
});
