import type { Point } from '@niangjia/shared';

export interface Destination {
  name: string;
  address: string;
  point: Point;
}

/** What happened: the phone's map opened, or the address was copied to paste into a map. */
export type Shown = 'map' | 'copied' | 'none';
