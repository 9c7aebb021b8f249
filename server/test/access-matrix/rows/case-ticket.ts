import { caseTicketEndpoints, keptTicketEndpoints } from '@niangjia/shared';
import { withClaim, withId } from '../bodies';
import { everything, hers, ticketOfBranch } from '../rules';
import type { Row } from '../row';

/** Whoever has her twenty digits is she; without them nobody is. */
const byClaimCode = (endpoint: Row['endpoint'], more?: object, but?: Row['but']): Row => ({
  endpoint,
  who: 'anyone',
  on: { kind: 'ticket', states: ['open', 'withdrawn'], places: ['village'] },
  lets: everything,
  but,
  otherwise: 'claim_code_not_found',
  slow: true,
  repeats: true,
  ask: withClaim(more),
});

const sealed = { withdrawn: 'case_ticket_sealed' } as const;

export const caseTicketRows: readonly Row[] = [
  { endpoint: caseTicketEndpoints.whoseDesk, who: 'anyone' },
  {
    endpoint: caseTicketEndpoints.ask,
    who: 'anyone',
    ask: () => ({ body: { kind: 'other', text: '想问一下' } }),
  },
  byClaimCode(caseTicketEndpoints.claim),
  byClaimCode(caseTicketEndpoints.addFacts, { text: '还有一件事' }, sealed),
  byClaimCode(caseTicketEndpoints.answerDanger, { inDanger: false }, sealed),
  byClaimCode(caseTicketEndpoints.setSafeContact, { contact: { way: 'no_contact' } }, sealed),
  { ...byClaimCode(caseTicketEndpoints.withdraw), repeats: undefined },
  {
    endpoint: caseTicketEndpoints.desk,
    who: ['case_ticket.triage'],
    lists: { kind: 'ticket', lets: ticketOfBranch },
  },
  {
    endpoint: caseTicketEndpoints.deskOne,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ['open', 'withdrawn'] },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    ask: withId,
  },
  {
    endpoint: caseTicketEndpoints.move,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ['open', 'withdrawn'] },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    but: sealed,
    ask: ({ id }) => ({ params: { id }, body: { to: 'accepted' } }),
  },
  {
    endpoint: caseTicketEndpoints.write,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ['open', 'withdrawn'] },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    but: sealed,
    repeats: true,
    ask: ({ id }) => ({ params: { id }, body: { text: '我们看到了' } }),
  },
  {
    endpoint: keptTicketEndpoints.keep,
    who: 'signed_in',
    on: { kind: 'ticket', states: ['open'], places: ['village'] },
    lets: everything,
    otherwise: 'claim_code_not_found',
    slow: true,
    repeats: true,
    ask: withClaim(),
  },
  {
    endpoint: keptTicketEndpoints.mine,
    who: 'signed_in',
    lists: { kind: 'kept', lets: hers },
  },
  {
    endpoint: keptTicketEndpoints.remove,
    who: 'signed_in',
    on: { kind: 'kept', states: ['open', 'gone'] },
    lets: hers,
    otherwise: 'kept_ticket_not_found',
    ask: withId,
  },
];
