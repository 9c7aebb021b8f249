import { federationEndpoints } from '@niangjia/shared';
import { withId } from '../bodies';
import type { Row } from '../row';

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
    who: 'anyone',
    on: { kind: 'federation', states: ['open'] },
    otherwise: 'federation_not_found',
    ask: withId,
  },
  {
    endpoint: federationEndpoints.chain,
    who: 'anyone',
    on: { kind: 'federation', states: ['open'] },
    otherwise: 'federation_not_found',
    ask: withId,
  },
  { endpoint: federationEndpoints.divisions, who: 'anyone' },
];
