import { mediationEndpoints } from '@niangjia/shared';
import { newId } from '../../../src/platform/ids';
import { aMediator } from '../../mediators';
import { withId } from '../bodies';
import type { Row } from '../row';
import { inBranch, ticketOfBranch } from '../rules';
import { byClaimCode, ticketStates } from './case-ticket';

const sealed = { withdrawn: 'case_ticket_sealed' } as const;
const ofBranch = inBranch('case_ticket.triage');

/** On a ticket as its desk may, of somebody who is on no roster. */
const onTicket = (endpoint: Row['endpoint'], body: object, but: Row['but']): Row => ({
  endpoint,
  who: ['case_ticket.triage'],
  on: { kind: 'ticket', states: ticketStates },
  lets: ticketOfBranch,
  otherwise: 'case_ticket_not_found',
  but: { ...sealed, ...but },
  forReaders: true,
  ask: ({ id }) => ({ params: { id }, body }),
});

const nobody = newId();

export const mediationRows: readonly Row[] = [
  {
    endpoint: mediationEndpoints.roster,
    who: ['case_ticket.triage'],
    lists: { kind: 'mediator', lets: ofBranch },
  },
  {
    endpoint: mediationEndpoints.add,
    who: ['case_ticket.triage'],
    on: { kind: 'federation', states: ['open'] },
    lets: ofBranch,
    otherwise: 'federation_not_found',
    repeats: true,
    ask: ({ id }) => ({ body: aMediator({ federationId: id }) }),
  },
  {
    endpoint: mediationEndpoints.change,
    who: ['case_ticket.triage'],
    on: { kind: 'mediator', states: ['open'] },
    lets: ofBranch,
    otherwise: 'mediator_not_found',
    ask: ({ id }) => {
      const { name, skills, fromDay, toDay } = aMediator({ federationId: id });
      const body = { name, skills, fromDay, toDay, state: 'paused', version: 1 };
      return { params: { id }, body };
    },
  },
  {
    endpoint: mediationEndpoints.ofTicket,
    who: ['case_ticket.triage'],
    on: { kind: 'ticket', states: ticketStates },
    lets: ticketOfBranch,
    otherwise: 'case_ticket_not_found',
    ask: withId,
  },
  onTicket(
    mediationEndpoints.assign,
    { mediatorId: nobody, agreed: true },
    { open: 'mediator_not_found' },
  ),
  onTicket(
    mediationEndpoints.recuse,
    { mediatorId: nobody, kind: 'related' },
    { open: 'mediator_not_found' },
  ),
  onTicket(mediationEndpoints.end, {}, { open: 'mediation_none' }),
  byClaimCode(mediationEndpoints.wish, { wish: 'refused' }),
];
