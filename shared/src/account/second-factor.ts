import { endpoint } from '../endpoint';
import type { Action } from './account';

/** Who may do one of these reads what women told: to have her phone is not enough. */
export const actionsWithSecondFactor: readonly Action[] = [
  'case_ticket.triage',
  'case_ticket.read_sealed',
  'case_ticket.supervise',
];

/** What is grave wants digits that are not older. */
export const freshMinutes = 15;

export const secondFactorDigits = 6;

/** Where her second factor stands. */
export interface SecondFactor {
  isSetUp: boolean;
  /** In this session, within `freshMinutes`. */
  isFresh: boolean;
  /** By which an invented person signs in again, which is all she has; null for everybody else. */
  demonstration: string | null;
}

/** Shown once; it counts when digits made from it come back. */
export interface SecondFactorKey {
  /** `otpauth://…`: an authenticator on the same phone opens it. */
  uri: string;
  /** The same for typing: base32. */
  key: string;
}

export const secondFactorEndpoints = {
  state: endpoint<{ reply: SecondFactor }>()('GET', '/me/second-factor'),
  begin: endpoint<{ reply: SecondFactorKey }>()('POST', '/me/second-factor/keys'),
  prove: endpoint<{ body: { digits: string }; reply: SecondFactor }>()(
    'POST',
    '/me/second-factor/proofs',
  ),
};
