import { accountEndpoints, type Action } from '@niangjia/shared';
import { useQuery, type Query } from '@/platform/use-query';
import type { Owner } from './federation-choice';

/** The federations for which her posts let her do it. */
export function useOwners(action: Action): Query<Owner[]> {
  const me = useQuery(accountEndpoints.me, {});
  const owners = me.data?.posts
    .filter(({ actions }) => actions.includes(action))
    .map(({ federationId, federationName }) => ({ federationId, federationName }));
  return { ...me, data: owners };
}
