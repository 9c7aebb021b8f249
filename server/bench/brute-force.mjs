import { isShelter } from './homes.mjs';
import { productPart } from './product.mjs';

/** Ids of the nearest by looking at every home there is. */
export function bruteForce(homes, { lng, lat, limit, kind }) {
  const { distanceMetres } = productPart('platform/geo/sphere.js');
  const near = [];
  for (const [n, home] of homes.entries()) {
    if (isShelter(n) || (kind && home.kind !== kind)) continue;
    const distance = distanceMetres({ lng, lat }, home);
    if (near.length === limit && distance > near.at(-1).distance) continue;
    near.push({ id: home.id, distance });
    near.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
    near.length = Math.min(near.length, limit);
  }
  return near.map(({ id }) => id);
}
