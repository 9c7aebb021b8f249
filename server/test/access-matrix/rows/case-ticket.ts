import {
  caseTicketEndpoints,
  closureEndpoints,
  deadlineEndpoints,
  deskActEndpoints,
  keptTicketEndpoints,
  type RefusalCode,
  savedFilterEndpoints,
} from '@niangjia/shared';
import { newId } from '../../../src/platform/ids';
import { withClaim, withId } from '../bodies';
import { everything, hers, ticketApproved, ticketOfBranch, ticketSupervised } from '../rules';
import type { Row } from '../row';
import type { World } from '../world';

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
  act(deskActEndpoints.markMinor, seen, { but: changedOrSealed }),
  act(
    deskActEndpoints.askUnlock,
    { reason: '我是本案经办人' },
    { but: alike('unlock_not_needed') },
  ),
  act(deskActEndpoints.decideUnlock, undefined, {
    ...supervised,
    ask: aboutStaff({ approve: true }),
    but: alike('unlock_not_asked'),
  }),
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
  act(deskActEndpoints.handOverTargets),
  act(deskActEndpoints.offerHandOver, undefined, {
    but: changedOrSealed,
    ask: ({ id, at }, { federations }) => ({
      params: { id },
      body: {
        ...seen,
        federationId: federations[at === 'otherTown' ? 'town' : 'otherTown'].id,
        reason: '她住在你们镇上',
      },
    }),
  }),
  act(deskActEndpoints.recallHandOver, seen, {
    but: { open: 'hand_over_not_there', ...changedOrSealed },
  }),
  { endpoint: deskActEndpoints.handOvers, who: ['case_ticket.triage'] },
  act(
    deskActEndpoints.decideHandOver,
    { ...seen, accept: true },
    {
      otherwise: 'hand_over_not_there',
      but: { open: 'changed_meanwhile', withdrawn: 'hand_over_not_there' },
    },
  ),
];

const period = 'fromDay=2026-01-01&toDay=2027-12-31';

const ownRows: readonly Row[] = [
  {
    endpoint: deskActEndpoints.writeDown,
    who: ['case_ticket.triage'],
    slow: true,
    ask: () => ({ body: { channel: 'letter', kind: 'other', text: '来信要点' } }),
  },
  { endpoint: savedFilterEndpoints.mine, who: ['case_ticket.triage'] },
  {
    endpoint: savedFilterEndpoints.save,
    who: ['case_ticket.triage'],
    ask: () => ({ body: { name: '急件', filter: { risk: 'danger' } } }),
  },
  {
    endpoint: savedFilterEndpoints.remove,
    who: ['case_ticket.triage'],
    unless: () => 'desk_filter_not_found',
    ask: () => ({ params: { id: newId() } }),
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
  },
];

const actRows: readonly Row[] = [
  ...guardedRows,
  ...handOverRows,
  ...ownRows,
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
  byClaimCode(deskActEndpoints.askBar, { who: '某人', isHead: false }, sealed),
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
