import { referralEndpoints } from '@niangjia/shared';
import { aSlip } from '../../referrals';
import { withId } from '../bodies';
import type { Row } from '../row';
import { hangsOn, readable, ticketOfBranch } from '../rules';
import { ticketStates } from './case-ticket';

const sealed = { withdrawn: 'case_ticket_sealed' } as const;

/** As the ticket is: whoever triages it, and for all others it never was. */
const asTicket = (endpoint: Row['endpoint'], kind: 'ticket' | 'referral'): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind, states: ticketStates },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  ask: withId,
});

export const referralRows: readonly Row[] = [
  {
    ...asTicket(referralEndpoints.ofTicket, 'ticket'),
    lists: { kind: 'referral', lets: hangsOn, within: 'referrals' },
  },
  {
    ...asTicket(referralEndpoints.send, 'ticket'),
    but: sealed,
    forReaders: true,
    ask: ({ id }) => ({ params: { id }, body: aSlip() }),
  },
  {
    endpoint: referralEndpoints.unanswered,
    who: ['case_ticket.triage'],
    lists: {
      kind: 'referral',
      lets: (caller, thing) => thing.state !== 'withdrawn' && ticketOfBranch(caller, thing),
    },
  },
  {
    ...asTicket(referralEndpoints.one, 'referral'),
    words: { text: aSlip().purpose, lets: readable },
  },
  {
    ...asTicket(referralEndpoints.slip, 'referral'),
    on: {
      kind: 'referral',
      states: ['open', 'withdrawn', 'barred', 'locked', 'unlocked'],
      places: ['village', 'otherTown'],
    },
    forReaders: true,
  },
  {
    ...asTicket(referralEndpoints.move, 'referral'),
    but: sealed,
    forReaders: true,
    ask: ({ id }) => ({ params: { id }, body: { to: 'answered', note: '办好了' } }),
  },
];
