import {
  pageLimits,
  womensHomeEndpoints,
  type NearestHome,
  type Point,
  type WomensHomeSummary,
} from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';
import { filterQuery, type HomeFilter } from './home-filter';
import type { Place } from './place';

export interface HomesAround extends Query<NearestHome[]> {
  /** The middle of what is asked for: she herself, or the homes of the town she chose. */
  from?: Point;
}

const shown = 20;

/** The nearest homes, of her position or of the town she chose. Waits while no place is known. */
export function useHomesAround(place: Place, filter: HomeFilter): HomesAround {
  const town = place.kind === 'town' ? place.town : undefined;
  const ofTown = useQuery(
    womensHomeEndpoints.list,
    town && { query: { divisionCode: town.code, limit: pageLimits.max } },
  );
  const from = place.kind === 'here' ? place.point : town && middleOf(ofTown);
  const nearest = useQuery(
    womensHomeEndpoints.nearest,
    from && { query: { ...blurred(from), limit: shown, ...filterQuery(filter, Date.now()) } },
  );

  if (town && !from) {
    const data = ofTown.data && !ofTown.busy ? [] : undefined;
    return { ...ofTown, data };
  }
  return { ...nearest, data: nearest.data?.items, from };
}

function middleOf({ data, busy }: Query<{ items: WomensHomeSummary[] }>): Point | undefined {
  if (busy || !data?.items.length) return undefined;
  const mean = (of: (point: Point) => number) =>
    data.items.reduce((sum, { point }) => sum + of(point), 0) / data.items.length;
  return { lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) };
}

/** Three decimals are about 100 metres: near enough to find a door, too coarse to find her. */
const blurred = ({ lng, lat }: Point): Point => ({
  lng: Math.round(lng * 1000) / 1000,
  lat: Math.round(lat * 1000) / 1000,
});
