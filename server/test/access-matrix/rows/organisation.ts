import {
  enterpriseEndpoints,
  healthEndpoints,
  invitationEndpoints,
  organisationEndpoints,
} from '@niangjia/shared';
import { withId } from '../bodies';
import type { Row, Target } from '../row';
import { at, everything, inBranch, inBranchOf, type KnownAction } from '../rules';

const federation = (endpoint: Row['endpoint'], action: KnownAction) =>
  ({
    endpoint,
    who: [action],
    on: { kind: 'federation', states: ['open'] },
    lets: inBranch(action),
    otherwise: 'federation_not_found',
    ask: withId,
  }) as const satisfies Row;

const committee = {
  who: ['organisation.edit'],
  on: { kind: 'committee', states: ['open'] },
  lets: inBranch('organisation.edit'),
  otherwise: 'federation_not_found',
} as const satisfies Partial<Row>;

const withDigits = ({ claimCode: code = '0'.repeat(20) }: Target) => ({ body: { code } });
const facts = { name: '某厂', hasPartyOrganisation: true, femaleStaff: 60, asOf: '2026-11-01' };

/** Whoever has the digits, signed in as herself. */
const byDigits = (endpoint: Row['endpoint']): Row => ({
  endpoint,
  who: 'signed_in',
  on: { kind: 'invitation', states: ['open'] },
  lets: everything,
  otherwise: 'invitation_not_found',
  ask: withDigits,
  spends: true,
});

const federationsCounted = 'what=federation&kind=federation';

export const organisationRows: readonly Row[] = [
  {
    endpoint: organisationEndpoints.find,
    who: ['organisation.read'],
    ask: () => ({ query: 'words=village地' }),
  },
  federation(organisationEndpoints.one, 'organisation.read'),
  {
    ...federation(organisationEndpoints.counted, 'organisation.read'),
    ask: ({ id }) => ({ params: { id }, query: federationsCounted }),
    lists: {
      kind: 'federation',
      lets: (caller, thing, about) =>
        thing.state !== 'committee_below' && inBranchOf(caller, thing, about),
      query: federationsCounted,
    },
  },
  {
    ...federation(healthEndpoints.list, 'organisation.read'),
    lists: { kind: 'federation', lets: inBranchOf, by: ({ federationId }) => federationId },
  },
  {
    endpoint: organisationEndpoints.move,
    ...committee,
    ask: ({ id, claimCode: toParentId = id }) => ({
      params: { id },
      body: { toParentId, movedOn: '2026-11-20', reason: '区划调整' },
    }),
  },
  {
    endpoint: organisationEndpoints.convert,
    ...committee,
    ask: ({ id }) => ({ params: { id }, body: { convertedOn: '2026-03-08' } }),
  },
  {
    endpoint: enterpriseEndpoints.list,
    who: ['organisation.read'],
    lists: { kind: 'enterprise', lets: inBranch('organisation.read') },
  },
  {
    ...federation(enterpriseEndpoints.add, 'organisation.edit'),
    ask: ({ id: federationId }) => ({ body: { ...facts, federationId } }),
  },
  {
    endpoint: enterpriseEndpoints.change,
    who: ['organisation.edit'],
    on: { kind: 'enterprise', states: ['open'] },
    lets: inBranch('organisation.edit'),
    otherwise: 'enterprise_not_found',
    ask: ({ id }) => ({ params: { id }, body: { ...facts, version: 1 } }),
  },
  {
    ...federation(invitationEndpoints.posts, 'post.appoint'),
    lists: { kind: 'post', lets: at },
  },
  {
    endpoint: invitationEndpoints.endPost,
    who: ['post.appoint'],
    on: { kind: 'post', states: ['open'] },
    lets: inBranch('post.appoint'),
    otherwise: 'post_not_found',
    ask: withId,
  },
  {
    ...federation(invitationEndpoints.list, 'post.appoint'),
    lists: { kind: 'invitation', lets: at },
  },
  {
    ...federation(invitationEndpoints.invite, 'post.appoint'),
    ask: ({ id }) => ({ params: { id }, body: { kind: 'staff' } }),
  },
  {
    endpoint: invitationEndpoints.withdraw,
    who: ['post.appoint'],
    on: { kind: 'invitation', states: ['open'] },
    lets: inBranch('post.appoint'),
    otherwise: 'invitation_not_found',
    ask: withId,
  },
  byDigits(invitationEndpoints.read),
  byDigits(invitationEndpoints.take),
];
