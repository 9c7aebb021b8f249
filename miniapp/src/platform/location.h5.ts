import gcoord from 'gcoord';
import type { Point } from '@niangjia/shared';
import type { Position } from './position';

const patienceMs = 8_000;

/** Asks the browser, which asks her first. Never throws. */
export function whereSheIs(): Promise<Position> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) return resolve({ kind: 'unavailable' });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ kind: 'here', point: asSeenInWeChat(coords) }),
      (error) => resolve({ kind: error.code === 1 ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: false, timeout: patienceMs, maximumAge: 60_000 },
    );
  });
}

/** WGS-84 degrees, as browsers give them, to GCJ-02, as homes are stored. */
export function asSeenInWeChat(coords: { longitude: number; latitude: number }): Point {
  const [lng, lat] = gcoord.transform(
    [coords.longitude, coords.latitude],
    gcoord.WGS84,
    gcoord.GCJ02,
  );
  return { lng, lat };
}
