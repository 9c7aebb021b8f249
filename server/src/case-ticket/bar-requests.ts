import type { CaseTicketEvent } from './case-ticket-event.entity';

/** What takes back which request. */
export const unasked = { bar_asked: 'bar_unasked', bar_asked_above: 'bar_unasked_above' } as const;
export type BarAsked = CaseTicketEvent & { what: keyof typeof unasked };
const isAsked = (event: CaseTicketEvent): event is BarAsked => event.what in unasked;

/** Whom she wrote down and did not take back. */
export function openBarRequests(events: readonly CaseTicketEvent[]): BarAsked[] {
  const takenBack = new Set(events.map(({ aboutId }) => aboutId));
  return events.filter(isAsked).filter(({ id }) => !takenBack.has(id));
}
