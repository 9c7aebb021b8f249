import type { Point } from '@niangjia/shared';

const metresPerDegree = 111_320;

export interface Size {
  width: number;
  height: number;
  margin: number;
}

interface Drawn {
  x: number;
  y: number;
}

/** A flat drawing of a few points within some tens of kilometres; north is up. */
export interface Drawing {
  place: (point: Point) => Drawn;
  bar: { metres: number; width: number };
}

/** Fits all points into the size. Points must not be empty; one alone stands in the middle. */
export function drawingOf(points: readonly Point[], size: Size): Drawing {
  const middle = {
    lng: (extreme(points, 'lng', Math.min) + extreme(points, 'lng', Math.max)) / 2,
    lat: (extreme(points, 'lat', Math.min) + extreme(points, 'lat', Math.max)) / 2,
  };
  const narrowing = Math.cos((middle.lat * Math.PI) / 180);
  const metres = ({ lng, lat }: Point): Drawn => ({
    x: (lng - middle.lng) * metresPerDegree * narrowing,
    y: (middle.lat - lat) * metresPerDegree,
  });
  const scale = scaleFor(points.map(metres), size);

  const place = (point: Point): Drawn => ({
    x: size.width / 2 + metres(point).x * scale,
    y: size.height / 2 + metres(point).y * scale,
  });
  const bar = roundBelow(size.width / 3 / scale);
  return { place, bar: { metres: bar, width: bar * scale } };
}

const extreme = (points: readonly Point[], axis: keyof Point, pick: typeof Math.min): number =>
  pick(...points.map((point) => point[axis]));

const closestMetres = 500;

/** Pixels per metre. */
function scaleFor(drawn: readonly Drawn[], { width, height, margin }: Size): number {
  const reach = (axis: keyof Drawn) =>
    Math.max(closestMetres / 2, ...drawn.map((point) => Math.abs(point[axis])));
  return Math.min((width / 2 - margin) / reach('x'), (height / 2 - margin) / reach('y'));
}

/** 1, 2 or 5 times a power of ten. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((times) => times * power <= metres) ?? 1;
  return step * power;
}
