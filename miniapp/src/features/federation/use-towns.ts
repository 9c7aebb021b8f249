import { federationEndpoints, pageLimits, type Division } from '@niangjia/shared';
import { useList, type List } from '@/platform/use-list';
import { useQuery } from '@/platform/use-query';

/** What lies directly below a place; waits while it is not known. */
export const useDivisionsBelow = (parentCode: string | undefined): List<Division> =>
  useList(
    federationEndpoints.divisions,
    parentCode ? { query: { parentCode, limit: pageLimits.max } } : undefined,
  );

/** The towns of the county that is served here: the first county in the order of codes. */
export function useTowns(): List<Division> {
  const top = useQuery(federationEndpoints.divisions, { query: { limit: pageLimits.default } });
  const county = top.data?.items.find(({ level }) => level === 'county');
  const towns = useDivisionsBelow(county?.code);

  if (county) return towns;
  return { ...top, data: top.data && [] };
}
