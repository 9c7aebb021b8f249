import type { Point } from '@niangjia/shared';
import type { Box } from './cells';

/** Mean radius of the Earth (IUGG). */
const earthMetres = 6_371_008.8;
export const halfRoundMetres = Math.PI * earthMetres;
const radians = Math.PI / 180;

/** Great-circle distance (haversine). GCJ-02 bends it by at most 0.6 % over 5 km. */
export function distanceMetres(a: Point, b: Point): number {
  const up = Math.sin(((b.lat - a.lat) * radians) / 2);
  const across = Math.sin(((b.lng - a.lng) * radians) / 2);
  const h = up * up + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * across * across;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

const everyLongitude = { west: -180, east: 180 };

/** More than rounding can lose, in degrees: 0.1 mm. */
const margin = 1e-9;

function longitudesAround({ lng, lat }: Point, angle: number): { west: number; east: number } {
  const sine = Math.sin(angle) / Math.cos(lat * radians);
  if (angle >= Math.PI / 2 || !(sine < 1)) return everyLongitude;
  const reach = Math.asin(sine) / radians + margin;
  const [west, east] = [lng - reach, lng + reach];
  return west < -180 || east > 180 ? everyLongitude : { west, east };
}

/** The box that holds every point within that distance. Over a pole or ±180° it goes all the way round. */
export function boxAround(point: Point, metres: number): Box {
  const angle = metres / earthMetres;
  const reach = angle / radians + margin;
  const [south, north] = [point.lat - reach, point.lat + reach];
  const longitudes = south <= -90 || north >= 90 ? everyLongitude : longitudesAround(point, angle);
  return { ...longitudes, south: Math.max(-90, south), north: Math.min(90, north) };
}
