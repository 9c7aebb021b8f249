import { activityEndpoints, registrationEndpoints } from '@niangjia/shared';
import { activityDraft, withId } from '../bodies';
import { fewPlaces } from '../places';
import { hangsOn, hers, inBranch, published } from '../rules';
import type { Row } from '../row';

const editsActivities = {
  who: ['activity.edit'],
  on: { kind: 'activity', states: ['published', 'draft'] },
  lets: inBranch('activity.edit'),
  otherwise: 'activity_not_found',
  ask: withId,
} as const satisfies Partial<Row>;

export const activityRows: readonly Row[] = [
  {
    endpoint: activityEndpoints.list,
    who: 'anyone',
    lists: { kind: 'activity', lets: published },
  },
  {
    endpoint: activityEndpoints.one,
    who: 'anyone',
    on: {
      kind: 'activity',
      states: ['published', 'draft', 'closed', 'cancelled'],
      places: fewPlaces,
    },
    lets: published,
    otherwise: 'activity_not_found',
    ask: withId,
  },
  {
    endpoint: activityEndpoints.deskList,
    who: ['activity.edit'],
    lists: { kind: 'activity', lets: inBranch('activity.edit') },
  },
  { endpoint: activityEndpoints.deskOne, ...editsActivities },
  {
    endpoint: activityEndpoints.create,
    who: ['activity.edit'],
    on: { kind: 'federation', states: ['open'] },
    lets: inBranch('activity.edit'),
    otherwise: 'federation_not_found',
    ask: ({ at, state, id }, world) => ({
      body: { ...activityDraft(world, at), ...(state === 'never' && { federationId: id }) },
    }),
  },
  {
    endpoint: activityEndpoints.change,
    ...editsActivities,
    ask: ({ id, at }, world) => ({
      params: { id },
      body: { ...activityDraft(world, at), version: 1 },
    }),
  },
  {
    endpoint: activityEndpoints.move,
    ...editsActivities,
    on: { kind: 'activity', states: ['draft'] },
    ask: ({ id }) => ({ params: { id }, body: { to: 'published' } }),
  },
  {
    endpoint: activityEndpoints.registrations,
    ...editsActivities,
    lists: { kind: 'registration', lets: hangsOn },
  },
  {
    endpoint: registrationEndpoints.register,
    who: 'signed_in',
    on: {
      kind: 'activity',
      states: ['published', 'draft', 'closed', 'cancelled'],
      places: fewPlaces,
    },
    lets: published,
    but: { closed: 'activity_closed', cancelled: 'activity_cancelled' },
    otherwise: 'activity_not_found',
    ask: ({ id }) => ({ params: { id }, body: {} }),
  },
  {
    endpoint: registrationEndpoints.cancel,
    who: 'signed_in',
    on: { kind: 'registration', states: ['open', 'gone'] },
    lets: hers,
    otherwise: 'registration_not_found',
    ask: withId,
  },
  {
    endpoint: registrationEndpoints.mine,
    who: 'signed_in',
    lists: { kind: 'registration', lets: hers },
  },
];
