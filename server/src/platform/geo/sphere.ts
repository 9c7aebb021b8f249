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

/** Every point within the distance has `ofLat * (lat - lat0)² + ofLng * (lng - lng0)² <= limit`. */
export interface Ellipse {
  ofLat: number;
  ofLng: number;
  limit: number;
}

const everything: Ellipse = { ofLat: 0, ofLng: 0, limit: 0 };

/** How far below its angle a sine can be, up to that angle: sin x >= x * this. */
const sineShare = (angle: number): number => (angle === 0 ? 1 : Math.sin(angle) / angle);

/**
 * The circle as an ellipse in degrees, for a database that only multiplies: it holds the whole circle
 * and, up to some hundred kilometres, hardly more. Follows from the haversine formula with sin x and cos
 * replaced by the least that they can be within the box.
 */
export function ellipseAround(point: Point, metres: number): Ellipse {
  if (metres >= halfRoundMetres / 2) return everything;
  const { west, east, south, north } = boxAround(point, metres);
  const halfDegree = radians / 2;
  const halfAngle = metres / earthMetres / 2 + margin;
  const halfWidth = ((east - west) / 2) * halfDegree;
  const leastCosine = Math.min(Math.cos(south * radians), Math.cos(north * radians));
  const cosines = east - west < 360 ? Math.cos(point.lat * radians) * leastCosine : 0;
  return {
    ofLat: (halfDegree * sineShare(halfAngle)) ** 2,
    ofLng: cosines * (halfDegree * sineShare(halfWidth)) ** 2,
    limit: Math.sin(halfAngle) ** 2,
  };
}
