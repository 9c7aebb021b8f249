import {
  deskActEndpoints,
  invitationEndpoints,
  linkEndpoints,
  organisationEndpoints,
  referralEndpoints,
} from '@niangjia/shared';
import type { Row } from './row';
import type { KnownAction } from './rules';

/** Decided, and written a second time: what must not be done by whoever finds a phone that is signed in. */
const grave: readonly Row['endpoint'][] = [
  deskActEndpoints.offerHandOver,
  deskActEndpoints.redirect,
  deskActEndpoints.decideUnlock,
  referralEndpoints.send,
  referralEndpoints.slip,
  invitationEndpoints.invite,
  invitationEndpoints.endPost,
  organisationEndpoints.move,
  linkEndpoints.handOver,
];

/** Whoever may do one of these reads tickets. */
const ofTickets: readonly KnownAction[] = [
  'case_ticket.triage',
  'case_ticket.read_sealed',
  'case_ticket.supervise',
];

export const isGrave = ({ endpoint }: Row): boolean => grave.includes(endpoint);

export const wantsSecondFactor = (row: Row): boolean =>
  isGrave(row) || (typeof row.who !== 'string' && row.who.some((one) => ofTickets.includes(one)));
