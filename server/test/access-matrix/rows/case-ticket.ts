import {
  approvalEndpoints,
  caseTicketEndpoints,
  closureEndpoints,
  deadlineEndpoints,
  deskActEndpoints,
  herBarEndpoints,
  keptTicketEndpoints,
  type RefusalCode,
  savedFilterEndpoints,
} from '@niangjia/shared';
import { newId } from '../../../src/platform/ids';
import { words } from '../../case-tickets';
import { withClaim, withId } from '../bodies';
import {
  aroundDesk,
  atDesk,
  everything,
  hers,
  isLockedTo,
  readable,
  seesTicket,
  ticketOfBranch,
  ticketSupervised,
} from '../rules';
import type { Row, Target } from '../row';

/** Handed over lies elsewhere than first; barred and unlocked are so for one of those who ask. */
export const ticketStates = [
  'open',
  'withdrawn',
  'handed_over',
  'barred',
  'locked',
  'unlocked',
] as const;

/** Whoever has her twenty digits is she; without them nobody is. */
export const byClaimCode = (endpoint: Row['endpoint'], more?: object, but?: Row['but']): Row => ({
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

const rule = 'petition_settlement';

/** What staff do with the clocks of a ticket of their branch that nobody has accepted yet. */
const clock = (endpoint: Row['endpoint'], ask: Row['ask'], but: Row['but'] = sealed): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind: 'ticket', states: ticketStates },
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
  clock(
    deadlineEndpoints.decideExtension,
    ({ id }) => ({ params: { id, rule }, body: { approve: true } }),
    { ...sealed, open: 'deadline_not_found' },
  ),
  {
    endpoint: deadlineEndpoints.escalations,
    who: ['case_ticket.triage'],
    lists: { kind: 'escalation', lets: atDesk },
  },
];

const { deskOne } = caseTicketEndpoints;

/** What staff do with a ticket of their branch that nobody has done anything with. */
const act = (
  endpoint: Row['endpoint'],
  body?: object | ((target: Target) => object),
  more: Partial<Row> = {},
): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind: 'ticket', states: ticketStates },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  but: endpoint.method === deskOne.method ? undefined : sealed,
  ask: (target) => ({
    params: { id: target.id },
    body: typeof body === 'function' ? (body as (it: Target) => object)(target) : body,
  }),
  ...more,
});

/** As it was when it was made. */
const seen =
  (more: object = {}) =>
  ({ version = 1 }: Target) => ({ version, ...more });

const alike = (code: RefusalCode) => ({ open: code, withdrawn: code });
const supervised = { who: ['case_ticket.supervise'], lets: ticketSupervised } as const;

/** Somebody at its desk: there is one wherever a ticket lies. */
const aboutStaff =
  (more: object): Row['ask'] =>
  ({ id, at }, { staffAt }) => ({
    params: { id },
    body: { accountId: staffAt[at].accountId, ...more },
  });

const guardedRows: readonly Row[] = [
  act(deskActEndpoints.markMinor, seen(), {
    but: { locked: 'case_ticket_wrong_state', unlocked: 'case_ticket_wrong_state' },
  }),
  act(
    deskActEndpoints.askUnlock,
    { reason: '我是本案经办人' },
    {
      but: {
        ...alike('unlock_not_needed'),
        locked: null,
        unlocked: (...of) => (isLockedTo(...of) ? null : 'unlock_not_needed'),
      },
    },
  ),
  act(deskActEndpoints.decideUnlock, undefined, {
    lets: ticketSupervised,
    ask: aboutStaff({ approve: true }),
    but: alike('unlock_not_asked'),
  }),
  {
    endpoint: approvalEndpoints.list,
    who: ['case_ticket.triage'],
    ask: () => ({ query: 'list=waiting' }),
    lists: {
      ...{ kind: 'approval', lets: ticketOfBranch, query: 'list=waiting' },
      by: ({ ticket }) => ticket?.id,
    },
  },
  act(deskActEndpoints.recuse, { reason: '是我表姐' }, { but: undefined }),
  act(deskActEndpoints.bar, undefined, {
    ...supervised,
    ask: aboutStaff({ reason: '是她表姐' }),
    but: undefined,
  }),
  act(deskActEndpoints.liftBar, undefined, {
    ...supervised,
    ask: aboutStaff({ reason: '弄错了' }),
    but: alike('case_ticket_not_for_her'),
  }),
];

const handOverRows: readonly Row[] = [
  act(deskActEndpoints.handOverTargets, undefined, {
    lists: { kind: 'federation', lets: aroundDesk },
  }),
  act(deskActEndpoints.offerHandOver, undefined, {
    ask: ({ id, at, version = 1 }, { federations }) => ({
      params: { id },
      body: {
        version,
        federationId: federations[at === 'otherTown' ? 'town' : 'otherTown'].id,
        reason: '她住在你们镇上',
      },
    }),
  }),
  act(deskActEndpoints.recallHandOver, seen(), {
    but: alike('hand_over_not_there'),
  }),
  {
    endpoint: deskActEndpoints.handOvers,
    who: ['case_ticket.triage'],
    lists: { kind: 'offer', lets: atDesk },
  },
  act(deskActEndpoints.decideHandOver, seen({ accept: true }), {
    otherwise: 'hand_over_not_there',
    but: { open: 'changed_meanwhile', withdrawn: 'hand_over_not_there' },
  }),
];

const period = 'fromDay=2026-01-01&toDay=2027-12-31';

const ownRows: readonly Row[] = [
  {
    endpoint: deskActEndpoints.writeDown,
    who: ['case_ticket.triage'],
    slow: true,
    ask: () => ({ body: { channel: 'letter', kind: 'other', text: '来信要点' } }),
  },
  {
    endpoint: savedFilterEndpoints.mine,
    who: ['case_ticket.triage'],
    lists: { kind: 'filter', lets: hers },
  },
  {
    endpoint: savedFilterEndpoints.save,
    who: ['case_ticket.triage'],
    ask: () => ({ body: { name: '急件', filter: { risk: 'danger' } } }),
  },
  {
    endpoint: savedFilterEndpoints.remove,
    who: ['case_ticket.triage'],
    on: { kind: 'filter', states: ['open'] },
    lets: hers,
    otherwise: 'desk_filter_not_found',
    ask: withId,
  },
  {
    endpoint: closureEndpoints.closure,
    who: ['case_ticket.triage'],
    ask: () => ({ query: period }),
  },
  {
    endpoint: closureEndpoints.tickets,
    who: ['case_ticket.triage'],
    ask: () => ({ query: `${period}&closed=false` }),
    lists: { kind: 'measured', lets: ticketOfBranch, query: `${period}&closed=false` },
  },
];

const actRows: readonly Row[] = [
  ...guardedRows,
  ...handOverRows,
  ...ownRows,
  act(deskActEndpoints.people, undefined, {
    lists: { kind: 'post', lets: seesTicket, by: ({ accountId }) => accountId, things: 'on' },
  }),
  act(deskActEndpoints.assign, seen({ accountId: null })),
  act(deskActEndpoints.redirect, seen({ where: '县人社局', reason: '欠薪归它管' }), {
    forReaders: true,
  }),
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
  byClaimCode(deskActEndpoints.askBar, { who: '某人', isHead: false }, sealed),
  byClaimCode(herBarEndpoints.whoSees, undefined, sealed),
  {
    ...byClaimCode(herBarEndpoints.bar, undefined, sealed),
    ask: ({ claimCode = '0'.repeat(20), at }, { staffAt }) => ({
      body: { claimCode, accountId: staffAt[at].accountId, barred: true },
    }),
  },
  byClaimCode(
    herBarEndpoints.withdrawRequest,
    { requestId: newId() },
    { open: 'bar_request_not_found', ...sealed },
  ),
  { ...byClaimCode(caseTicketEndpoints.withdraw), repeats: undefined },
  {
    endpoint: caseTicketEndpoints.desk,
    who: ['case_ticket.triage'],
    lists: { kind: 'ticket', lets: ticketOfBranch },
  },
  {
    endpoint: caseTicketEndpoints.deskOne,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ticketStates },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    words: { text: words, lets: readable },
    ask: withId,
  },
  {
    endpoint: caseTicketEndpoints.move,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ticketStates },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    but: sealed,
    ask: ({ id }) => ({ params: { id }, body: { to: 'accepted' } }),
  },
  {
    endpoint: caseTicketEndpoints.write,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ticketStates },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    but: sealed,
    forReaders: true,
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
