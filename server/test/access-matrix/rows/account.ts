import { accountEndpoints, secondFactorEndpoints } from '@niangjia/shared';
import { withId } from '../bodies';
import { hers } from '../rules';
import type { Row } from '../row';

export const accountRows: readonly Row[] = [
  {
    endpoint: accountEndpoints.people,
    who: 'anyone',
    unlisted: 'invented people, there in a demonstration alone',
  },
  {
    endpoint: accountEndpoints.signIn,
    who: 'anyone',
    spends: true,
    ask: () => ({ body: { demonstration: 'matrix' } }),
  },
  { endpoint: accountEndpoints.signOut, who: 'signed_in', spends: true },
  { endpoint: accountEndpoints.me, who: 'signed_in' },
  { endpoint: accountEndpoints.elder, who: 'signed_in' },
  {
    endpoint: accountEndpoints.chooseElder,
    who: 'signed_in',
    ask: () => ({ body: { elder: true } }),
  },
  {
    endpoint: accountEndpoints.mySessions,
    who: 'signed_in',
    lists: { kind: 'session', lets: hers },
  },
  {
    endpoint: accountEndpoints.endSession,
    who: 'signed_in',
    on: { kind: 'session', states: ['open', 'gone'] },
    lets: hers,
    otherwise: 'session_not_found',
    ask: withId,
  },
  { endpoint: secondFactorEndpoints.state, who: 'signed_in' },
  { endpoint: secondFactorEndpoints.begin, who: 'signed_in', spends: true },
  {
    endpoint: secondFactorEndpoints.prove,
    who: 'signed_in',
    unless: () => 'second_factor_missing',
    ask: () => ({ body: { digits: '000000' } }),
  },
  { endpoint: accountEndpoints.myData, who: 'signed_in' },
  {
    endpoint: accountEndpoints.deleteMe,
    who: 'signed_in',
    spends: true,
    unless: ({ posts, notNow }) =>
      posts.length > 0 || notNow === 'to_come' ? 'holds_post' : undefined,
    ask: () => ({ body: { confirm: '删除' } }),
  },
];
