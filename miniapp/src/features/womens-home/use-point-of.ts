import { pageLimits, womensHomeEndpoints, type Point } from '@niangjia/shared';
import { useQuery } from '@/platform/use-query';
import type { Place } from './place';
import { blurred, middleOf } from './points';

export interface PointOf {
  /** Undefined when there is no place, or no home in her town to measure from. */
  point?: Point;
  /** False while it is still being found out. */
  settled: boolean;
}

/** Where distances start: her own position, or the middle of the homes of the town she chose. */
export function usePointOf(place: Place): PointOf {
  const town = place.kind === 'town' ? place.town : undefined;
  const homes = useQuery(
    womensHomeEndpoints.list,
    town && { query: { divisionCode: town.code, limit: pageLimits.max } },
  );

  if (place.kind === 'here') return { point: blurred(place.point), settled: true };
  if (!town) return { settled: true };
  if (homes.busy) return { settled: false };
  const middle = middleOf(homes.data?.items ?? []);
  return { point: middle && blurred(middle), settled: true };
}
