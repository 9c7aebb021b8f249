import { activityEndpoints, type Activity, type Day } from '@niangjia/shared';
import { blurred } from '@/features/womens-home/points';
import type { PointOf } from '@/features/womens-home/use-point-of';
import { useList, type List } from '@/platform/use-list';

/** Coming activities: the nearest first where a place is known, else the soonest. */
export function useActivities(
  { point, settled }: PointOf,
  day?: Day,
  limit?: number,
): List<Activity> {
  const around = point && blurred(point);
  return useList(
    activityEndpoints.list,
    settled ? { query: { ...around, day, limit } } : undefined,
  );
}
