import { womensHomeEndpoints, type NearestHome, type Point } from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';
import { filterQuery, isFiltered, type HomeFilter } from './home-filter';
import { blurred } from './points';
import type { PointOf } from './use-point-of';

export interface HomesAround extends Query<NearestHome[]> {
  /** The middle of what is asked for: she herself, or the homes of the town she chose. */
  from?: Point;
  /** RFC 3339; whether a home is open is said of this moment, else of now. */
  openAt?: string;
}

const shown = 20;

/** The nearest homes, of her position or of the town she chose. Waits while no place is known. */
export function useHomesAround(
  { point: from, settled, homes }: PointOf,
  filter: HomeFilter,
): HomesAround {
  const filtered = filterQuery(filter, Date.now());
  const nearest = useQuery(
    womensHomeEndpoints.nearest,
    from && { query: { ...blurred(from), limit: shown, ...filtered } },
    // Her own position never stays on the phone, nor a list of another moment.
    { kept: homes !== undefined && !isFiltered(filter) },
  );

  if (homes && !from) return { ...homes, data: homes.data && settled ? [] : undefined };
  return { ...nearest, data: nearest.data?.items, from, openAt: filtered.openAt };
}
