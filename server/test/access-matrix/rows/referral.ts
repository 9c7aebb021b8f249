import { referralEndpoints } from '@niangjia/shared';
import { aSlip } from '../../referrals';
import { withId } from '../bodies';
import type { Row } from '../row';
import { inBranch, ticketOfBranch } from '../rules';

const sealed = { withdrawn: 'case_ticket_sealed' } as const;

/** As the ticket is: whoever triages it, and for all others it never was. */
const asTicket = (endpoint: Row['endpoint'], kind: 'ticket' | 'referral'): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind, states: ['open', 'withdrawn'] },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  ask: withId,
});

export const referralRows: readonly Row[] = [
  asTicket(referralEndpoints.ofTicket, 'ticket'),
  {
    ...asTicket(referralEndpoints.send, 'ticket'),
    but: sealed,
    ask: ({ id }) => ({ params: { id }, body: aSlip() }),
  },
  {
    endpoint: referralEndpoints.unanswered,
    who: ['case_ticket.triage'],
    lists: {
      kind: 'referral',
      lets: (caller, thing) =>
        thing.state !== 'withdrawn' && inBranch('case_ticket.triage')(caller, thing),
    },
  },
  asTicket(referralEndpoints.one, 'referral'),
  {
    ...asTicket(referralEndpoints.slip, 'referral'),
    on: { kind: 'referral', states: ['open', 'withdrawn'], places: ['village', 'otherTown'] },
  },
  {
    ...asTicket(referralEndpoints.move, 'referral'),
    but: sealed,
    ask: ({ id }) => ({ params: { id }, body: { to: 'answered', note: '办好了' } }),
  },
];
