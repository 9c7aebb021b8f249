import type { Point } from '@niangjia/shared';

/** The middle of several places; undefined when there are none. */
export function middleOf(places: readonly { point: Point }[]): Point | undefined {
  if (places.length === 0) return undefined;
  const mean = (of: (point: Point) => number) =>
    places.reduce((sum, { point }) => sum + of(point), 0) / places.length;
  return { lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) };
}

/** Three decimals are about 100 metres: near enough to find a door, too coarse to find her. */
export const blurred = ({ lng, lat }: Point): Point => ({
  lng: Math.round(lng * 1000) / 1000,
  lat: Math.round(lat * 1000) / 1000,
});
