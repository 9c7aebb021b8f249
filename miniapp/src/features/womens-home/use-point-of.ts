import {
  pageLimits,
  womensHomeEndpoints,
  type Page,
  type Point,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';
import type { Place } from './place';
import { middleOf } from './points';

export interface PointOf {
  /** Undefined when there is no place, or no home in her town to measure from. */
  point?: Point;
  /** False while it is still being found out. */
  settled: boolean;
  /** The homes of the town she chose. */
  homes?: Query<Page<WomensHomeSummary>>;
}

/** Where distances start: her own position, or the middle of the homes of the town she chose. */
export function usePointOf(place: Place): PointOf {
  const town = place.kind === 'town' ? place.town : undefined;
  const homes = useQuery(
    womensHomeEndpoints.list,
    town && { query: { divisionCode: town.code, limit: pageLimits.max } },
    { kept: true },
  );

  if (place.kind === 'here') return { point: place.point, settled: true };
  if (!town) return { settled: true };
  if (homes.busy && !homes.data) return { settled: false, homes };
  return { point: middleOf(homes.data?.items ?? []), settled: true, homes };
}
