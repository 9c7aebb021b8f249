import { jobEndpoints, type Job } from '@niangjia/shared';
import { blurred } from '@/features/womens-home/points';
import type { PointOf } from '@/features/womens-home/use-point-of';
import { useList, type List } from '@/platform/use-list';

/** Posts that take people, the nearest first where a place is known; `pickUp` is `HH:MM`. */
export function useJobs({ point, settled }: PointOf, pickUp?: string): List<Job> {
  const around = point && blurred(point);
  return useList(jobEndpoints.list, settled ? { query: { ...around, endsBy: pickUp } } : undefined);
}
