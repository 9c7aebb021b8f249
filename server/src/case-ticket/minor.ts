import type { CaseTicket } from './case-ticket.entity';

/** By its kind, or because staff say so: its content is locked. */
export const concernsMinor = ({
  kind,
  markedMinor,
}: Pick<CaseTicket, 'kind' | 'markedMinor'>): boolean =>
  kind === 'children' || markedMinor === true;
