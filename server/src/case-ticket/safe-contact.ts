import { type SafeContact, whyNotPhone } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';
import type { CaseTicket } from './case-ticket.entity';
import type { TicketKey } from './ticket-key';

/** Refuses with `bad_input`. */
export function checkPhone(contact: SafeContact): void {
  const reason = whyNotPhone(contact);
  if (reason) throw new Refusal('bad_input', { fields: { 'contact.phone': reason } });
}

export const sealContact = ({ id }: CaseTicket, key: TicketKey, contact: SafeContact): string =>
  key.seal('case_ticket.sealed_contact', id, JSON.stringify(contact));

export function contactOf({ id, sealedContact }: CaseTicket, key: TicketKey): SafeContact | null {
  if (sealedContact === null) return null;
  return JSON.parse(key.open('case_ticket.sealed_contact', id, sealedContact)) as SafeContact;
}
