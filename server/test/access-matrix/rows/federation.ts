import { federationEndpoints } from '@niangjia/shared';
import { withId } from '../bodies';
import type { Row } from '../row';
import { aboveIt, directlyBelow } from '../rules';

export const federationRows: readonly Row[] = [
  {
    endpoint: federationEndpoints.one,
    who: 'anyone',
    on: { kind: 'federation', states: ['open'] },
    otherwise: 'federation_not_found',
    ask: withId,
  },
  {
    endpoint: federationEndpoints.children,
    lists: { kind: 'federation', lets: directlyBelow },
    who: 'anyone',
    on: { kind: 'federation', states: ['open'] },
    otherwise: 'federation_not_found',
    ask: withId,
  },
  {
    endpoint: federationEndpoints.chain,
    lists: { kind: 'federation', lets: aboveIt },
    who: 'anyone',
    on: { kind: 'federation', states: ['open'] },
    otherwise: 'federation_not_found',
    ask: withId,
  },
  {
    endpoint: federationEndpoints.divisions,
    who: 'anyone',
    unlisted: 'places of the state, the same for everybody',
  },
];
