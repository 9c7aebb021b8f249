import type { SafeContact } from '@niangjia/shared';
import type { CaseTicket } from './case-ticket.entity';
import type { TicketKey } from './ticket-key';

export const sealContact = ({ id }: CaseTicket, key: TicketKey, contact: SafeContact): string =>
  key.seal('case_ticket.sealed_contact', id, JSON.stringify(contact));

export function contactOf({ id, sealedContact }: CaseTicket, key: TicketKey): SafeContact | null {
  if (sealedContact === null) return null;
  return JSON.parse(key.open('case_ticket.sealed_contact', id, sealedContact)) as SafeContact;
}
