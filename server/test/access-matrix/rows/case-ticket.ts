import {
  caseTicketEndpoints,
  deadlineEndpoints,
  deskActEndpoints,
  keptTicketEndpoints,
} from '@niangjia/shared';
import { withClaim, withId } from '../bodies';
import { everything, hers, ticketApproved, ticketOfBranch } from '../rules';
import type { Row } from '../row';
import type { World } from '../world';

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

const changedOrSealed = { withdrawn: 'changed_meanwhile' } as const;
const sealed = { withdrawn: 'case_ticket_sealed' } as const;

const rule = 'petition_settlement';

/** What staff do with the clocks of a ticket of their branch that nobody has accepted yet. */
const clock = (endpoint: Row['endpoint'], ask: Row['ask'], but: Row['but'] = sealed): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind: 'ticket', states: ['open', 'withdrawn'] },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  but,
  ask,
});

const clockRows: readonly Row[] = [
  clock(deadlineEndpoints.start, ({ id }) => ({
    params: { id },
    body: { rule: 'legal_aid_decision', startedAt: '2026-11-20T09:00:00+08:00' },
  })),
  clock(deadlineEndpoints.meet, ({ id }) => ({ params: { id, rule } }), {
    ...sealed,
    open: 'deadline_not_running',
  }),
  clock(
    deadlineEndpoints.askExtension,
    ({ id }) => ({ params: { id, rule }, body: { days: 10, reason: '要再去一次现场' } }),
    { ...sealed, open: 'deadline_not_found' },
  ),
  {
    ...clock(
      deadlineEndpoints.decideExtension,
      ({ id }) => ({ params: { id, rule }, body: { approve: true } }),
      { ...sealed, open: 'deadline_not_found' },
    ),
    who: ['deadline.extend'],
    lets: ticketApproved,
  },
  { endpoint: deadlineEndpoints.escalations, who: ['case_ticket.triage'] },
];

const { deskOne } = caseTicketEndpoints;

/** What staff do with a ticket of their branch that nobody has done anything with. */
const act = (endpoint: Row['endpoint'], body?: object, more: Partial<Row> = {}): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind: 'ticket', states: ['open', 'withdrawn'] },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  but: endpoint.method === deskOne.method ? undefined : sealed,
  ask: ({ id }, world) => ({
    params: { id },
    body: typeof body === 'function' ? (body as (w: World) => object)(world) : body,
  }),
  ...more,
});

/** Of a withdrawn ticket the version is another; it is refused before that for what it is. */
const seen = { version: 1 };

const actRows: readonly Row[] = [
  act(deskActEndpoints.people),
  act(deskActEndpoints.assign, { ...seen, accountId: null }, { but: changedOrSealed }),
  act(
    deskActEndpoints.redirect,
    { ...seen, where: '县人社局', reason: '欠薪归它管' },
    { but: changedOrSealed },
  ),
];

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
  ...actRows,
  ...clockRows,
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
