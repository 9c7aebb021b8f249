import { womensHomeEndpoints, type WomensHome } from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';

const kept = { kept: true };

/** A home by what she scanned, else by its id. Waits while neither is known. */
export function useWomensHome({ id, code }: { id?: string; code?: string }): Query<WomensHome> {
  const scanned = useQuery(
    womensHomeEndpoints.scanned,
    code ? { params: { code } } : undefined,
    kept,
  );
  const byId = useQuery(
    womensHomeEndpoints.one,
    id && !code ? { params: { id } } : undefined,
    kept,
  );
  return code ? { ...scanned, data: scanned.data?.womensHome } : byId;
}
