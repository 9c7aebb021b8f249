import { notificationEndpoints } from '@niangjia/shared';
import { withId } from '../bodies';
import { hers } from '../rules';
import type { Row } from '../row';

export const notificationRows: readonly Row[] = [
  {
    endpoint: notificationEndpoints.inbox,
    who: 'signed_in',
    lists: { kind: 'notification', lets: hers },
  },
  {
    endpoint: notificationEndpoints.read,
    who: 'signed_in',
    on: { kind: 'notification', states: ['open', 'gone'] },
    lets: hers,
    otherwise: 'notification_not_found',
    ask: withId,
  },
];
