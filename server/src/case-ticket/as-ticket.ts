/** With which every act on the content of a ticket may be refused. */
export const asTicket = [
  'case_ticket_not_found',
  'case_ticket_wrong_state',
  'case_ticket_sealed',
] as const;

/** Whoever may not read a ticket of a minor either does not act on what it says. */
export const asReadableTicket = [...asTicket, 'case_ticket_locked'] as const;
