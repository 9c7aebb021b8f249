import type { NearestHome, Point } from '@niangjia/shared';

export interface HomesMapProps {
  homes: readonly NearestHome[];
  /** Shown as 您 only when it is her own position. */
  from: Point;
  isHers: boolean;
  chosenId?: string;
  onChoose: (id: string) => void;
}
