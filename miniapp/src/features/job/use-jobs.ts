import { jobEndpoints, type Job } from '@niangjia/shared';
import type { Place } from '@/features/womens-home/place';
import { usePointOf } from '@/features/womens-home/use-point-of';
import { useList, type List } from '@/platform/use-list';

/** Posts that take people, the nearest first where a place is known; `pickUp` is `HH:MM`. */
export function useJobs(place: Place, pickUp?: string): List<Job> {
  const { point, settled } = usePointOf(place);
  return useList(jobEndpoints.list, settled ? { query: { ...point, endsBy: pickUp } } : undefined);
}
