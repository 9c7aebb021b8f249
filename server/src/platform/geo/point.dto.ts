import { nearestLimits, type Point } from '@niangjia/shared';
import { Decimal } from '../http/fields';

export class PointPart implements Point {
  @Decimal(nearestLimits.lng)
  lng!: number;

  @Decimal(nearestLimits.lat)
  lat!: number;
}
