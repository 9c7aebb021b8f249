import { activityEndpoints, type Activity, type Day } from '@niangjia/shared';
import type { Place } from '@/features/womens-home/place';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { useList, type List } from '@/platform/use-list';

/** Coming activities: the nearest first where a place is known, else the soonest. */
export function useActivities(place: Place, day?: Day, limit?: number): List<Activity> {
  const { point, settled } = usePointOf(place);
  return useList(activityEndpoints.list, settled ? { query: { ...point, day, limit } } : undefined);
}
